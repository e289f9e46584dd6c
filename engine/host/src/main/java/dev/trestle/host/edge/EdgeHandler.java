package dev.trestle.host.edge;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.trestle.protocol.Fault;
import dev.trestle.protocol.Interaction;
import dev.trestle.protocol.Protocol;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Passes the requests of one edge on, or does to them what a fault says. */
final class EdgeHandler implements HttpHandler {

  private final Edge edge;
  private final EdgeWatch watch;
  private final Upstream upstream;

  EdgeHandler(Edge edge, EdgeWatch watch, HttpClient client) {
    this.edge = edge;
    this.watch = watch;
    this.upstream = new Upstream(client, edge.port());
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Instant started = Instant.now();
      String traceId =
          Traceparent.traceId(exchange.getRequestHeaders().getFirst(Protocol.TRACEPARENT));
      byte[] body = exchange.getRequestBody().readAllBytes();
      Optional<Fault.Effect> effect =
          watch.effect(
              edge, traceId, exchange.getRequestMethod(), exchange.getRequestURI().getRawPath());
      Interaction begun = Recording.of(edge, exchange, body, Reply.none(), started, 0);
      watch.begun(traceId, begun);
      Reply reply = reply(exchange, body, effect);
      long millis = Duration.between(started, Instant.now()).toMillis();
      watch.ended(traceId, begun, Recording.of(edge, exchange, body, reply, started, millis));
      send(exchange, reply);
    }
  }

  private Reply reply(HttpExchange exchange, byte[] body, Optional<Fault.Effect> effect) {
    if (effect.isPresent() && effect.get() instanceof Fault.Answer answer) {
      return new Reply(
          answer.status(),
          Map.of("Content-Type", List.of(answer.contentType())),
          answer.body().getBytes(StandardCharsets.UTF_8));
    }
    if (effect.isPresent() && effect.get() instanceof Fault.Reset) {
      return Reply.none();
    }
    Reply reply = ask(exchange, body);
    if (effect.isPresent() && effect.get() instanceof Fault.Delay delay) {
      await(delay.millis());
    }
    return reply;
  }

  /** The consumer sees a cut connection where it would have been refused; a test sees why. */
  private Reply ask(HttpExchange exchange, byte[] body) {
    try {
      return upstream.ask(
          exchange.getRequestMethod(),
          exchange.getRequestURI(),
          exchange.getRequestHeaders(),
          body);
    } catch (IOException e) {
      if (!edge.consumer().equals(Edge.TEST)) {
        return Reply.none();
      }
      String text =
          "Service '%s' does not answer at 127.0.0.1:%d: %s%n"
              .formatted(edge.provider(), edge.port(), e);
      return new Reply(
          502,
          Map.of("Content-Type", List.of("text/plain; charset=utf-8")),
          text.getBytes(StandardCharsets.UTF_8));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Reply.none();
    }
  }

  private static void await(long millis) {
    try {
      // Nothing counts down: the latch is the wait that an end of the environment interrupts.
      if (new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException("Nobody counts down.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void send(HttpExchange exchange, Reply reply) throws IOException {
    if (reply.isNone()) {
      return; // closing the exchange without an answer cuts the connection
    }
    reply.headers().forEach((name, values) -> exchange.getResponseHeaders().put(name, values));
    boolean empty = reply.body().length == 0 || exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(reply.status(), empty ? -1 : reply.body().length);
    if (!empty) {
      exchange.getResponseBody().write(reply.body());
    }
  }
}
