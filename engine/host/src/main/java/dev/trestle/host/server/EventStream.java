package dev.trestle.host.server;

import com.sun.net.httpserver.HttpExchange;
import dev.trestle.protocol.JsonRecords;
import dev.trestle.protocol.RunEvent;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Writes each event as a line of JSON, at once, and an empty line every second, so that either end
 * notices when the other is gone.
 */
final class EventStream implements Consumer<RunEvent>, AutoCloseable {

  private static final Logger LOG = System.getLogger(EventStream.class.getName());

  private final HttpExchange exchange;
  private final ScheduledExecutorService pulse =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "pulse");
            thread.setDaemon(true);
            return thread;
          });
  private boolean broken;

  EventStream(HttpExchange exchange) {
    this.exchange = exchange;
  }

  /**
   * Begins the answer.
   *
   * @param left called when the reader went away
   */
  void open(Runnable left) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/x-ndjson");
    exchange.sendResponseHeaders(200, 0);
    pulse.scheduleWithFixedDelay(() -> beat(left), 1, 1, TimeUnit.SECONDS);
  }

  @Override
  public synchronized void accept(RunEvent event) {
    write(JsonRecords.write((Record) event));
  }

  private void beat(Runnable left) {
    if (!write("")) {
      pulse.shutdown();
      left.run();
    }
  }

  private synchronized boolean write(String line) {
    if (broken) {
      return false;
    }
    try {
      OutputStream out = exchange.getResponseBody();
      out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
      out.flush();
    } catch (IOException e) {
      broken = true;
      LOG.log(Logger.Level.INFO, "Nobody reads the events any more: " + e);
    }
    return !broken;
  }

  @Override
  public void close() {
    pulse.shutdownNow();
  }
}
