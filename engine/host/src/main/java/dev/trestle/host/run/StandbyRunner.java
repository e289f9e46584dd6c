package dev.trestle.host.run;

import dev.trestle.host.environment.FileStamps;
import dev.trestle.host.session.Session;
import dev.trestle.protocol.RunRequest.RunnerLaunch;
import dev.trestle.protocol.StartRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One runner that boots and warms up, and waits for the next run. It has loaded classes of its
 * class path, so it serves only a run with the same launch and unchanged class files.
 */
public final class StandbyRunner implements AutoCloseable {

  private static final Logger LOG = System.getLogger(StandbyRunner.class.getName());

  private record Waiting(
      RunnerProcess process, RunnerLaunch launch, String directory, String stamp) {

    boolean serves(StartRequest request) {
      return process.isAlive()
          && launch.equals(request.runner())
          && directory.equals(request.directory())
          && stamp.equals(FileStamps.ofClassPath(launch.classPath()));
    }
  }

  private final Session session;
  private @Nullable Waiting waiting;
  private boolean closed;

  /**
   * No runner yet.
   *
   * @param session where its process is recorded
   */
  public StandbyRunner(Session session) {
    this.session = session;
  }

  /**
   * Boots a runner for the run that an environment which is up will see next, unless one that
   * serves it waits already.
   */
  public void boot(StartRequest next) {
    boot(next, true);
  }

  /** Boots a runner for the run that comes at once, while the host is still starting. */
  public void bootAhead(StartRequest next) {
    boot(next, !EnvironmentStart.isNothing(next));
  }

  private synchronized void boot(StartRequest next, boolean warmUp) {
    try {
      if (closed || next.runner().classPath().isEmpty() || isServed(next)) {
        return;
      }
      end();
      String stamp = FileStamps.ofClassPath(next.runner().classPath());
      RunnerProcess process = RunnerProcess.standBy(next, warmUp, session::record);
      waiting = new Waiting(process, next.runner(), next.directory(), stamp);
    } catch (IOException | UncheckedIOException e) {
      LOG.log(Logger.Level.INFO, "No runner stands by: " + e);
    }
  }

  /** Takes the runner that waits, or null when there is none for this run. */
  synchronized @Nullable RunnerProcess take(StartRequest request) {
    if (!isServed(request)) {
      return null;
    }
    Waiting taken = waiting;
    waiting = null;
    return taken == null ? null : taken.process().called();
  }

  /** Whether a runner waits. */
  public synchronized boolean isWaiting() {
    return waiting != null && waiting.process().isAlive();
  }

  private boolean isServed(StartRequest request) {
    try {
      return waiting != null && waiting.serves(request);
    } catch (UncheckedIOException e) {
      return false; // class files are being written
    }
  }

  private void end() {
    if (waiting != null) {
      waiting.process().close();
      waiting = null;
    }
  }

  /** Ends the runner that waits. */
  @Override
  public synchronized void close() {
    closed = true;
    end();
  }
}
