package dev.trestle.host.run;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import dev.trestle.host.environment.PrivateKeyLines;
import dev.trestle.protocol.MaskedLines;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Writer;
import java.lang.System.Logger;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Writes what a runner prints to its log, line by line and with secrets masked. The file may be
 * moved meanwhile.
 */
final class RunnerLog {

  private static final Logger LOG = System.getLogger(RunnerLog.class.getName());
  private static final long REST_MILLIS = 2_000;
  private static final int CHARACTERS = 8_192;

  private final MaskedLines lines = new MaskedLines(new PrivateKeyLines()::mask, "\n");
  private final CountDownLatch ended = new CountDownLatch(1);
  private Writer file;
  private boolean writes = true;

  private RunnerLog(Writer file) {
    this.file = file;
  }

  /** Begins the file anew; {@link #read} fills it. */
  static RunnerLog open(Path file) throws IOException {
    return new RunnerLog(Files.newBufferedWriter(file));
  }

  /** Writes the output to the file, on a thread of its own, until it ends. */
  void read(InputStream output, String name) {
    Thread pump = new Thread(() -> pump(output), "log " + name);
    pump.setDaemon(true);
    pump.start();
  }

  private void pump(InputStream output) {
    try (Reader reader = new InputStreamReader(output, StandardCharsets.UTF_8)) {
      char[] piece = new char[CHARACTERS];
      for (int count = reader.read(piece); count >= 0; count = reader.read(piece)) {
        write(lines.add(CharBuffer.wrap(piece, 0, count)), !reader.ready());
      }
    } catch (IOException | OutOfMemoryError e) {
      LOG.log(Logger.Level.WARNING, "The runner's log ends here: " + e);
    } finally {
      write(lines.hasRest() ? lines.rest() + "\n" : "", true);
      close();
      ended.countDown();
    }
  }

  /** Once it cannot be written, it is only read: a runner that nobody reads would stand still. */
  private synchronized void write(String text, boolean last) {
    if (!writes) {
      return;
    }
    try {
      file.write(text);
      if (last) {
        file.flush();
      }
    } catch (IOException e) {
      writes = false;
      LOG.log(Logger.Level.WARNING, "The runner's log cannot be written: " + e);
    }
  }

  /** Writes no more. */
  synchronized void close() {
    writes = false;
    try {
      file.close();
    } catch (IOException e) {
      LOG.log(Logger.Level.WARNING, "The runner's log cannot be written to its end: " + e);
    }
  }

  /** Waits until all is written that a runner which ended had to say; what it left may go on. */
  void awaitEnd() {
    try {
      if (!ended.await(REST_MILLIS, TimeUnit.MILLISECONDS)) {
        LOG.log(Logger.Level.INFO, "A process that the runner left behind keeps its log open.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Masks once more what was written, since a secret may have become known after it was printed.
   *
   * @param path where the file is by now
   */
  synchronized void maskAgain(Path path) {
    Path masked = path.resolveSibling(path.getFileName() + ".masked");
    try {
      file.flush();
    } catch (IOException e) {
      // It is closed, and complete.
    }
    try {
      MaskedLines again = new MaskedLines(new PrivateKeyLines()::mask, "");
      try (BufferedReader reader = Files.newBufferedReader(path);
          Writer target = Files.newBufferedWriter(masked)) {
        char[] piece = new char[CHARACTERS];
        for (int count = reader.read(piece); count >= 0; count = reader.read(piece)) {
          target.write(again.add(CharBuffer.wrap(piece, 0, count)));
        }
        target.write(again.rest());
      }
      replace(path, masked);
    } catch (IOException e) {
      LOG.log(Logger.Level.WARNING, "The runner's log cannot be masked once more: " + e);
    }
  }

  private void replace(Path path, Path masked) throws IOException {
    if (Files.mismatch(path, masked) < 0) {
      Files.delete(masked);
      return;
    }
    if (writes) {
      file.close(); // Some systems do not replace an open file.
    }
    Files.move(masked, path, StandardCopyOption.REPLACE_EXISTING);
    if (writes) {
      file = Files.newBufferedWriter(path, CREATE, APPEND);
    }
  }
}
