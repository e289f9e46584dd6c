package dev.trestle.steps.core.runner;

import java.io.IOException;
import java.io.InputStream;

/** Ends this JVM when its standard input ends, since then nobody waits for it any more. */
final class ParentWatch {

  /** The exit code of a runner whose host is gone. */
  static final int ORPHANED = 3;

  private ParentWatch() {}

  static void over(InputStream input) {
    Thread watch = new Thread(() -> untilEnd(input), "trestle-parent-watch");
    watch.setDaemon(true);
    watch.start();
  }

  private static void untilEnd(InputStream input) {
    try {
      while (input.read() >= 0) {
        continue;
      }
    } catch (IOException e) {
      // A broken pipe is an end like any other.
    }
    // No shutdown hooks: a hook that waits would keep an orphan alive.
    Runtime.getRuntime().halt(ORPHANED);
  }
}
