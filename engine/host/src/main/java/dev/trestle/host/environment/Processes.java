package dev.trestle.host.environment;

import dev.trestle.host.session.ProcessTree;
import dev.trestle.host.session.Session;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** All processes of an environment; once it closes, none is started any more. */
final class Processes {

  private final Session session;
  private final List<ProcessHandle> started = new ArrayList<>();
  private boolean closed;

  Processes(Session session) {
    this.session = session;
  }

  /** Starts a process whose output goes to a log. */
  synchronized Process start(ProcessBuilder builder, LogFile log) throws IOException {
    if (closed) {
      throw new IOException("The environment is being taken down.");
    }
    builder.environment().putAll(session.marker());
    Process process = builder.redirectErrorStream(true).start();
    started.add(process.toHandle());
    session.record(process.toHandle());
    Thread pump =
        new Thread(() -> log.pump(process.getInputStream()), "log " + log.path().getFileName());
    pump.setDaemon(true);
    pump.start();
    return process;
  }

  /** Starts no more. */
  synchronized void close() {
    closed = true;
  }

  /** Ends everything that is left. */
  void end(Duration grace) {
    List<ProcessHandle> left;
    synchronized (this) {
      left = List.copyOf(started);
    }
    ProcessTree.end(left, grace);
    ProcessTree.end(session.strays(), grace);
  }
}
