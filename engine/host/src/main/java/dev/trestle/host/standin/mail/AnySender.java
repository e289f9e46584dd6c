package dev.trestle.host.standin.mail;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.smtp.SmtpConnection;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpState;
import com.icegreen.greenmail.smtp.commands.MailCommand;

/** {@code MAIL}, also with the empty sender of a bounce, RFC 5321 section 4.5.5. */
final class AnySender extends MailCommand {

  @Override
  public void execute(
      SmtpConnection connection, SmtpState state, SmtpManager manager, String line) {
    super.execute(connection, state, manager, line);
    if (state.getMessage().getReturnPath() == null
        && line.replaceAll("\\s", "").regionMatches(true, 0, "MAILFROM:<>", 0, 11)) {
      state.getMessage().setReturnPath(new MailAddress(""));
    }
  }
}
