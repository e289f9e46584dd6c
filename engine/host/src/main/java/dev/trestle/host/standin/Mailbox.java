package dev.trestle.host.standin;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import dev.trestle.protocol.Mail;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The mailbox that runs. */
public final class Mailbox implements RunningStandIn {

  private final GreenMail server;

  Mailbox(GreenMail server) {
    this.server = server;
  }

  /**
   * The mails that came, oldest first.
   *
   * @param recipient whose, in any case; empty for everyone's
   */
  public List<Mail> mails(String recipient) {
    List<Mail> mails = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    try {
      for (MimeMessage message : server.getReceivedMessages()) {
        MailReader reader = new MailReader(message);
        if (reader.isFor(recipient) && seen.add(reader.identity())) {
          mails.add(reader.read());
        }
      }
    } catch (MessagingException e) {
      throw new UncheckedIOException(new IOException("A mail cannot be read.", e));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return mails;
  }

  /** Forgets all mails. */
  public void clear() {
    try {
      server.purgeEmailFromAllMailboxes();
    } catch (FolderException e) {
      throw new UncheckedIOException(new IOException("The mailbox cannot be emptied.", e));
    }
  }

  @Override
  public Map<String, String> properties() {
    return Map.of();
  }

  @Override
  public Optional<Process> process() {
    return Optional.empty();
  }

  /** The mails that came stay. */
  @Override
  public void halt() {
    server.stop();
  }

  @Override
  public void revive() throws IOException {
    try {
      server.start();
    } catch (IllegalStateException e) {
      throw new IOException("The mailbox does not start: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    server.stop();
  }
}
