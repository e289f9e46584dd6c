package dev.trestle.host.session;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Signals that hold a process with its descendants, and let it go on. */
public enum Signal {
  /** Holds it, whether it wants to or not. */
  STOP,
  /** Lets it go on. */
  CONT;

  private static final long SECONDS = 10;

  /**
   * Sends the signal; in force when this returns.
   *
   * @param root the process
   * @throws IOException when this system has no such signals, or the process is gone
   * @throws InterruptedException when interrupted while waiting
   */
  public void send(ProcessHandle root) throws IOException, InterruptedException {
    List<String> kill = new ArrayList<>(List.of("sh", "-c", "kill -s \"$@\"", "kill", name()));
    kill.add(String.valueOf(root.pid()));
    root.descendants().forEach(process -> kill.add(String.valueOf(process.pid())));
    Process sent =
        new ProcessBuilder(kill)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    sent.getOutputStream().close();
    if (!sent.waitFor(SECONDS, TimeUnit.SECONDS)) {
      sent.destroyForcibly();
      throw new IOException("The signal " + this + " was not sent in time.");
    }
    if (!root.isAlive()) {
      throw new IOException("Process " + root.pid() + " is gone.");
    }
  }
}
