package dev.trestle.host.standin;

import dev.trestle.host.standin.mail.MailServer;
import dev.trestle.protocol.Mail;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The mailbox that runs. */
public final class Mailbox implements RunningStandIn {

  private final MailServer server;

  Mailbox(MailServer server) {
    this.server = server;
  }

  /**
   * The mails that came, oldest first, one for each delivery.
   *
   * @param recipient whose, in any case; empty for everyone's
   */
  public List<Mail> mails(String recipient) {
    return server.mails(recipient);
  }

  /** Forgets all mails. */
  public void clear() {
    server.clear();
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
    server.start();
  }

  @Override
  public void close() {
    server.close();
  }
}
