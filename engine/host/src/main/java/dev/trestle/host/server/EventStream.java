package dev.trestle.host.server;

import com.sun.net.httpserver.HttpExchange;
import dev.trestle.protocol.JsonRecords;
import dev.trestle.protocol.RunEvent;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/**
 * Writes each event as a line of JSON, at once. A reader that went away ends nothing: the host's
 * standard input does.
 */
final class EventStream implements Consumer<RunEvent> {

  private static final Logger LOG = System.getLogger(EventStream.class.getName());

  private final HttpExchange exchange;
  private boolean broken;

  EventStream(HttpExchange exchange) {
    this.exchange = exchange;
  }

  void open() throws IOException {
    exchange.sendResponseHeaders(200, 0);
  }

  @Override
  public synchronized void accept(RunEvent event) {
    if (broken) {
      return;
    }
    try {
      OutputStream out = exchange.getResponseBody();
      out.write((JsonRecords.write((Record) event) + "\n").getBytes(StandardCharsets.UTF_8));
      out.flush();
    } catch (IOException e) {
      broken = true;
      LOG.log(Logger.Level.INFO, "Nobody reads the run's events any more: " + e);
    }
  }
}
