package dev.trestle.steps.core.runner;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * Ends this JVM when its standard input ends, since then nobody waits for it any more. A JVM that
 * ends gives a thread in a blocking read 300 ms to come back; a channel can be closed before that.
 */
final class ParentWatch {

  /** The exit code of a runner whose host is gone. */
  static final int ORPHANED = 3;

  private final FileChannel input;
  private volatile boolean closed;

  private ParentWatch(FileChannel input) {
    this.input = input;
  }

  static ParentWatch over(FileChannel input) {
    ParentWatch watch = new ParentWatch(input);
    Thread thread = new Thread(watch::untilEnd, "trestle-parent-watch");
    thread.setDaemon(true);
    thread.start();
    return watch;
  }

  private void untilEnd() {
    ByteBuffer ignored = ByteBuffer.allocate(64);
    try {
      for (int read = 0; read >= 0; ) {
        read = input.read(ignored.clear());
      }
    } catch (IOException e) {
      // A broken pipe is an end like any other.
    }
    if (!closed) {
      // No shutdown hooks: a hook that waits would keep an orphan alive.
      Runtime.getRuntime().halt(ORPHANED);
    }
  }

  /** This JVM ends by itself now. */
  void close() throws IOException {
    closed = true;
    input.close();
  }
}
