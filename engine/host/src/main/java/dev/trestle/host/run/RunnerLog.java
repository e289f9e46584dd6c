package dev.trestle.host.run;

import dev.trestle.host.environment.PrivateKeyLines;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Writer;
import java.lang.System.Logger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Writes what a runner prints to its log, line by line and with secrets masked. The file may be
 * moved meanwhile.
 */
final class RunnerLog {

  private static final Logger LOG = System.getLogger(RunnerLog.class.getName());
  private static final long REST_MILLIS = 2_000;

  private final PrivateKeyLines keys = new PrivateKeyLines();
  private final CountDownLatch ended = new CountDownLatch(1);

  /** Begins the file anew and writes to it, on a thread of its own, until the output ends. */
  static RunnerLog of(InputStream output, Path file) throws IOException {
    Writer writer = Files.newBufferedWriter(file);
    RunnerLog log = new RunnerLog();
    Thread pump = new Thread(() -> log.pump(output, writer), "log " + file.getFileName());
    pump.setDaemon(true);
    pump.start();
    return log;
  }

  private void pump(InputStream output, Writer writer) {
    try (BufferedReader reader =
            new BufferedReader(new InputStreamReader(output, StandardCharsets.UTF_8));
        Writer file = writer) {
      boolean writes = true;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        writes = writes && write(line, !reader.ready(), file);
      }
    } catch (IOException e) {
      LOG.log(Logger.Level.WARNING, "The runner's log ends here: " + e);
    } finally {
      ended.countDown();
    }
  }

  /** Whether the file takes it; a runner whose output nobody reads any more would stand still. */
  private boolean write(String line, boolean last, Writer file) {
    try {
      file.write(keys.mask(line));
      file.write('\n');
      if (last) {
        file.flush();
      }
      return true;
    } catch (IOException e) {
      LOG.log(Logger.Level.WARNING, "The runner's log cannot be written: " + e);
      return false;
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
}
