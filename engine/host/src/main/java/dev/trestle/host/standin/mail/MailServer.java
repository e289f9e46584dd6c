package dev.trestle.host.standin.mail;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.server.ProtocolHandler;
import com.icegreen.greenmail.smtp.SmtpHandler;
import com.icegreen.greenmail.smtp.SmtpServer;
import com.icegreen.greenmail.smtp.commands.SmtpCommand;
import com.icegreen.greenmail.smtp.commands.SmtpCommandRegistry;
import com.icegreen.greenmail.util.ServerSetup;
import dev.trestle.protocol.Mail;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Takes every mail for everyone. It speaks SMTP by GreenMail, whose own store it does not use: that
 * one knows neither an empty sender nor which delivery a mail came with.
 */
public final class MailServer implements AutoCloseable {

  private final ServerSetup setup;
  private final Duration timeout;
  private final List<Mail> mails = new CopyOnWriteArrayList<>();
  private @Nullable SmtpServer server;

  /**
   * A server that is not started yet.
   *
   * @param port the loopback port to listen on
   * @param timeout how long a start may take
   */
  public MailServer(int port, Duration timeout) {
    this.setup = new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
    this.timeout = timeout;
  }

  /** Starts to listen; returns when it does. The mails that came before are still there. */
  public synchronized void start() throws IOException {
    Listening next = new Listening();
    try {
      next.startService();
      if (!next.waitTillRunning(timeout.toMillis())) {
        throw new IOException("The mailbox does not listen on port " + setup.getPort() + ".");
      }
      server = next;
    } catch (IllegalStateException e) {
      throw new IOException("The mailbox does not start: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("The start of the mailbox was interrupted.", e);
    } finally {
      if (server != next) {
        next.stopService();
      }
    }
  }

  /**
   * The mails that came, oldest first: one for each delivery, however many recipients it had.
   *
   * @param recipient whose, in any case; empty for everyone's
   */
  public List<Mail> mails(String recipient) {
    return mails.stream().filter(mail -> recipient.isEmpty() || mail.isTo(recipient)).toList();
  }

  /** Forgets the mails that came. */
  public void clear() {
    mails.clear();
  }

  /** Stops to listen and ends its connections; the mails that came stay. */
  public synchronized void stop() {
    SmtpServer running = server;
    server = null;
    if (running != null) {
      running.stopService();
    }
  }

  @Override
  public void close() {
    stop();
  }

  /** GreenMail's server with two commands of our own. */
  private final class Listening extends SmtpServer {

    Listening() {
      super(MailServer.this.setup, new Managers());
      managers.getUserManager().setAuthRequired(false); // Any name and password is right.
    }

    @Override
    protected ProtocolHandler createProtocolHandler(Socket client) {
      return new SmtpHandler(new Commands(), managers.getSmtpManager(), client);
    }
  }

  private final class Commands extends SmtpCommandRegistry {

    private final Map<String, SmtpCommand> own =
        Map.of("MAIL", new AnySender(), "DATA", new TakeData(mails::add));

    @Override
    public @Nullable SmtpCommand getCommand(String name) {
      SmtpCommand command = own.get(name);
      return command == null ? super.getCommand(name) : command;
    }
  }
}
