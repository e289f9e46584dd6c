package dev.trestle.host.standin.mail;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.smtp.SmtpConnection;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpState;
import com.icegreen.greenmail.smtp.commands.SmtpCommand;
import dev.trestle.protocol.Mail;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.function.Consumer;

/** {@code DATA}: takes the mail with the envelope that came before, whatever is in it. */
final class TakeData extends SmtpCommand {

  private final Consumer<Mail> mailbox;

  TakeData(Consumer<Mail> mailbox) {
    this.mailbox = mailbox;
  }

  @Override
  public void execute(SmtpConnection connection, SmtpState state, SmtpManager manager, String line)
      throws IOException {
    MovingMessage envelope = state.getMessage();
    if (envelope.getReturnPath() == null) {
      connection.send("503 MAIL command required");
    } else if (envelope.getToAddresses().isEmpty()) {
      connection.send("503 RCPT command(s) required");
    } else {
      connection.send("354 Start mail input; end with <CRLF>.<CRLF>");
      take(connection, envelope);
      state.clearMessagePreservingAuthenticationState();
    }
  }

  /** A mail whose sender went away halfway was not sent. */
  private void take(SmtpConnection connection, MovingMessage envelope) throws IOException {
    Mail mail;
    try {
      mail = mail(envelope, connection);
    } catch (IllegalStateException e) {
      connection.quit();
      return;
    }
    mailbox.accept(mail);
    connection.send("250 OK");
  }

  private static Mail mail(MovingMessage envelope, SmtpConnection connection) throws IOException {
    try (InputStream content = connection.dotLimitedInputStream(new byte[0])) {
      return new MailReader(
              envelope.getReturnPath().getEmail(),
              envelope.getToAddresses().stream().map(MailAddress::getEmail).toList())
          .read(content.readAllBytes(), Instant.now());
    }
  }
}
