package dev.trestle.benchmarks.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;

/** What the harness asks: counts, and POST reset, delay/{milliseconds}, falsify/{check}. */
final class AdminRoutes implements HttpHandler {

  private final Shop shop;
  private final Settings settings;
  private final Counts counts;

  AdminRoutes(Shop shop, Settings settings, Counts counts) {
    this.shop = shop;
    this.settings = settings;
    this.counts = counts;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    String[] path = exchange.getRequestURI().getPath().substring("/admin/".length()).split("/", -1);
    String route = exchange.getRequestMethod() + " " + path[0] + " " + path.length;
    Answer done = new Answer(200, Map.of());
    Answer answer =
        switch (route) {
          case "GET counts 1" -> new Answer(200, counts.all());
          case "POST reset 1" -> {
            shop.reset();
            counts.reset();
            yield done;
          }
          case "POST delay 2" -> {
            settings.delay(Duration.ofMillis(Long.parseLong(path[1])));
            yield done;
          }
          case "POST falsify 2" -> {
            settings.falsify(Integer.parseInt(path[1]));
            yield done;
          }
          default -> Answer.notFound();
        };
    answer.send(exchange);
  }
}
