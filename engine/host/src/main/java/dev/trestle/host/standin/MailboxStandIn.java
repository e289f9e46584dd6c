package dev.trestle.host.standin;

import dev.trestle.host.standin.mail.MailServer;
import dev.trestle.protocol.ServiceDescription;
import java.io.IOException;
import java.util.Set;

/** A mailbox in the host that takes every mail for everyone. */
public final class MailboxStandIn implements StandIn {

  @Override
  public Set<String> images() {
    return Set.of(
        "greenmail/standalone",
        "axllent/mailpit",
        "mailhog/mailhog",
        "maildev/maildev",
        "rnwood/smtp4dev");
  }

  @Override
  public ServiceDescription.Kind kind() {
    return ServiceDescription.Kind.MAILBOX;
  }

  @Override
  public int port() {
    return 1025;
  }

  @Override
  public int startMillis() {
    return 100;
  }

  @Override
  public RunningStandIn start(StandInRequest request) throws IOException {
    MailServer server = new MailServer(request.port(), request.timeout());
    server.start();
    return new Mailbox(server);
  }
}
