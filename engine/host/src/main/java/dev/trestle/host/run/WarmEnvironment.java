package dev.trestle.host.run;

import dev.trestle.host.compose.ComposeException;
import dev.trestle.host.environment.Changes;
import dev.trestle.host.environment.Environment;
import dev.trestle.host.environment.EnvironmentException;
import dev.trestle.host.session.Session;
import dev.trestle.protocol.RunEvent;
import dev.trestle.protocol.RunRequest;
import dev.trestle.protocol.StartRequest;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The environment of a host that stays: it is started once, brought up to date, and lent to runs.
 */
public final class WarmEnvironment implements AutoCloseable {

  private final Session session;
  private final Audience audience = new Audience();
  private volatile @Nullable Environment environment;
  private volatile Instant since = Instant.EPOCH;
  private volatile @Nullable String failure;
  private volatile @Nullable Thread starting;

  /**
   * No environment yet.
   *
   * @param session where its processes are recorded
   */
  public WarmEnvironment(Session session) {
    this.session = session;
  }

  /** Brings it up, or up to date; the last event says that it is ready or why it is not. */
  public void start(StartRequest request, Consumer<RunEvent> events) {
    Attempt.at(() -> bringUp(request, events), events);
  }

  private synchronized void bringUp(StartRequest request, Consumer<RunEvent> events) {
    starting = Thread.currentThread();
    audience.is(events);
    failure = null;
    try {
      EnvironmentStart start = new EnvironmentStart(request, session, audience);
      Environment running = environment;
      if (running != null && start.isOther(running)) {
        environment = null;
        running.close();
        running = null;
      }
      if (running == null) {
        environment = start.start();
      } else {
        start.update(running);
      }
      since = Instant.now();
    } catch (EnvironmentException e) {
      failure = e.getMessage();
      throw e;
    } finally {
      audience.leaves();
      starting = null;
    }
  }

  /** The environment, once it is up. */
  public Optional<Environment> environment() {
    return Optional.ofNullable(environment);
  }

  /** Why the last start left no environment at all, empty when it is not so. */
  public Optional<String> failure() {
    return environment == null ? Optional.ofNullable(failure) : Optional.empty();
  }

  /** When it was brought up or last up to date. */
  public Instant since() {
    return since;
  }

  /** Lends it to a run, and warns of what is not as the project describes it now. */
  Environment attach(RunRequest request, Consumer<RunEvent> events) {
    Environment lent = environment().orElseThrow();
    audience.is(events);
    events.accept(new RunEvent.EnvironmentAttached(since.toString(), lent.description().names()));
    if (!request.dryRun()) {
      lent.requireUp();
      warn(request.environment(), lent, events);
    }
    return lent;
  }

  /** The run is over. */
  void detach() {
    audience.leaves();
  }

  private void warn(StartRequest request, Environment lent, Consumer<RunEvent> events) {
    try {
      Changes changes = new EnvironmentStart(request, session, audience).changes(lent);
      if (!changes.isEmpty()) {
        events.accept(new RunEvent.Warning(outdated(changes)));
      }
    } catch (ComposeException | EnvironmentException | RunAbortedException e) {
      events.accept(new RunEvent.Warning(String.valueOf(e.getMessage())));
    } catch (UncheckedIOException e) {
      // The run can do without: a file that is just being written must not end it.
      events.accept(
          new RunEvent.Warning(
              "Whether the environment is what the project describes now cannot be told.\n"
                  + e.getMessage()
                  + "\nA file that it was started from cannot be read.\n"
                  + "Run mvn trestle:start once it is there."));
    }
  }

  private static String outdated(Changes changes) {
    return "The environment is not what the project describes now; the scenarios run in it as it is.\n"
        + changes.replaced().entrySet().stream()
            .map(change -> change.getKey() + ": " + change.getValue())
            .collect(Collectors.joining("\n"))
        + "\nLook at the Compose file and at what was built since the start.\n"
        + "Run mvn trestle:start to bring it up to date.";
  }

  /** Takes the environment down. */
  @Override
  public void close() {
    Thread waiting = starting;
    if (waiting != null) {
      waiting.interrupt();
    }
    closeStarted();
  }

  private synchronized void closeStarted() {
    environment().ifPresent(Environment::close);
  }
}
