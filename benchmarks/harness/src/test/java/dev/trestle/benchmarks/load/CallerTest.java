package dev.trestle.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CallerTest {

  private final Queue<String> traces = new ConcurrentLinkedQueue<>();
  private boolean lying;
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
    server.createContext("/", this::echo);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void every_connection_makes_its_calls_and_a_new_trace_begins_every_twenty() throws Exception {
    Caller caller = caller(new Load(2, 1024));

    assertThat(caller.call(30).count()).isEqualTo(60);
    assertThat(traces).hasSize(60);
    assertThat(List.copyOf(traces).stream().distinct()).hasSize(4);
    assertThat(caller.traces())
        .containsExactlyInAnyOrderElementsOf(traces.stream().distinct().toList());
  }

  @Test
  void large_bodies_come_back_too() throws Exception {
    assertThat(caller(new Load(1, 64 * 1024)).call(2).count()).isEqualTo(2);
  }

  @Test
  void calls_end_with_the_time() throws Exception {
    assertThat(caller(new Load(1, 1024)).call(Duration.ofMillis(50)).count()).isPositive();
  }

  @Test
  void an_answer_that_is_not_the_echo_is_an_error() {
    lying = true;

    assertThatThrownBy(() -> caller(new Load(1, 1024)).call(1))
        .hasStackTraceContaining("not the echo");
  }

  private Caller caller(Load load) {
    return new Caller(server.getAddress().getPort(), load);
  }

  private void echo(HttpExchange exchange) throws IOException {
    traces.add(exchange.getRequestHeaders().getFirst("traceparent").substring(3, 35));
    byte[] body = exchange.getRequestBody().readAllBytes();
    body[0] = (byte) (lying ? 'x' : body[0]);
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
