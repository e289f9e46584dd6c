package dev.trestle.host.environment;

import dev.trestle.host.compose.ComposeService;
import dev.trestle.host.standin.Mailbox;
import dev.trestle.host.standin.RunningStandIn;
import dev.trestle.host.standin.StandIn;
import dev.trestle.host.standin.StandInRequest;
import dev.trestle.protocol.Mail;
import dev.trestle.protocol.ServiceDescription;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A service in whose image's place a product runs. */
final class StandInPart implements Part {

  private static final int LAST_LINES = 15;

  private final StandIn standIn;
  private final StandInRequest request;
  private final LogFile log;
  private final String logPath;
  private final Hold hold = new Hold();
  private volatile @Nullable RunningStandIn running;

  StandInPart(StandIn standIn, StandInRequest request, LogFile log, String logPath) {
    this.standIn = standIn;
    this.request = request;
    this.log = log;
    this.logPath = logPath;
  }

  @Override
  public ComposeService service() {
    return request.service();
  }

  @Override
  public ServiceDescription.Kind kind() {
    return standIn.kind();
  }

  @Override
  public int startMillis() {
    return standIn.startMillis();
  }

  @Override
  public void start() throws StartFailure, InterruptedException {
    try {
      RunningStandIn halted = running;
      if (halted == null) {
        running = standIn.start(request);
      } else {
        halted.revive();
      }
    } catch (IOException e) {
      throw new StartFailure(
          "The stand-in for service '%s' did not start.%n%s%n"
                  .formatted(service().name(), e.getMessage())
              + Messages.log(logPath, log.last(LAST_LINES))
              + "Fix the cause, or give services.%s an x-trestle.process in %s."
                  .formatted(service().name(), service().position()));
    }
  }

  @Override
  public void awaitReady() {
    // A stand-in is ready when it has started.
  }

  @Override
  public Map<String, String> properties() {
    RunningStandIn started = running;
    return started == null ? Map.of() : started.properties();
  }

  @Override
  public Optional<Process> process() {
    RunningStandIn started = running;
    return started == null ? Optional.empty() : started.process();
  }

  @Override
  public void halt() {
    RunningStandIn started = running;
    if (started != null) {
      started.halt();
    }
  }

  @Override
  public void pause() throws StartFailure {
    Optional<Process> process = process();
    if (process.isPresent()) {
      hold.on(process.get(), service());
    } else {
      Part.super.pause();
    }
  }

  @Override
  public void resume() {
    hold.off();
  }

  @Override
  public @Nullable String trouble() {
    return process()
        .filter(process -> !process.isAlive())
        .map(process -> "ended with exit code " + process.exitValue())
        .orElse(null);
  }

  /** The mails of a recipient, none when this is no mailbox. */
  List<Mail> mails(String recipient) {
    return running instanceof Mailbox mailbox ? mailbox.mails(recipient) : List.of();
  }

  /** Forgets the mails that came, when this is a mailbox. */
  void clearMails() {
    if (running instanceof Mailbox mailbox) {
      mailbox.clear();
    }
  }

  @Override
  public void stop() {
    hold.off(); // a held process cannot end by itself
    RunningStandIn started = running;
    if (started != null) {
      running = null;
      started.close();
    }
  }
}
