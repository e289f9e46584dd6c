package dev.trestle.host.standin;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
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
    ServerSetup setup = new ServerSetup(request.port(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
    setup.setServerStartupTimeout(request.timeout().toMillis());
    GreenMail server = new GreenMail(setup);
    server.withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
    try {
      server.start();
    } catch (IllegalStateException e) {
      server.stop();
      throw new IOException("The mailbox does not start: " + e.getMessage(), e);
    }
    return new Mailbox(server);
  }
}
