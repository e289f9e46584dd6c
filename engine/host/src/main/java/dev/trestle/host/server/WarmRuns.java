package dev.trestle.host.server;

import dev.trestle.host.environment.Environment;
import dev.trestle.host.mutate.Runs;
import dev.trestle.host.run.Run;
import dev.trestle.host.run.RunnerAccess;
import dev.trestle.host.session.Session;
import dev.trestle.protocol.RunEvent;
import dev.trestle.protocol.RunRequest;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Runs one after the other in the environment that stays up; the next runner boots meanwhile. */
final class WarmRuns implements Runs {

  private final RunnerAccess access;
  private final Session session;
  private final WarmHost warm;
  private final AtomicReference<@Nullable Run> current;

  WarmRuns(
      RunnerAccess access, Session session, WarmHost warm, AtomicReference<@Nullable Run> current) {
    this.access = access;
    this.session = session;
    this.warm = warm;
    this.current = current;
  }

  @Override
  public Optional<Environment> environment(RunRequest request, Consumer<RunEvent> events) {
    if (warm.environment().environment().isEmpty()) {
      warm.environment().start(request.environment(), events);
    }
    return warm.environment().environment();
  }

  @Override
  public void run(String traces, RunRequest request, Consumer<RunEvent> events) {
    Run run =
        Run.traced(
            traces,
            request,
            access,
            session,
            warm.environment(),
            warm.standby(),
            event -> {
              if (event instanceof RunEvent.RunStarted) {
                warm.standby().boot(request.environment());
              }
              events.accept(event);
            });
    current.set(run);
    try {
      run.execute();
    } finally {
      current.set(null);
    }
  }

  @Override
  public void stop() {
    Run run = current.get();
    if (run != null) {
      run.close();
    }
  }
}
