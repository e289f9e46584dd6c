package dev.trestle.steps.commerce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.trestle.protocol.EnvironmentDescription;
import dev.trestle.protocol.ServiceDescription;
import dev.trestle.steps.core.StepFailure;
import dev.trestle.steps.core.TestScope;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoginFunctionTest {

  private static final String STAFF = "${login:staff@shop.example behind the counter}";

  private final List<String> bodies = new CopyOnWriteArrayList<>();
  private final List<String> traces = new CopyOnWriteArrayList<>();
  private HttpServer identity;
  private volatile int status = 200;
  private volatile String answer = "{\"accessToken\":\"token-1\",\"tokenType\":\"Bearer\"}";

  @BeforeEach
  void start_identity() throws IOException {
    identity = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    identity.createContext("/tokens", this::answer);
    identity.start();
  }

  @AfterEach
  void stop_identity() {
    identity.stop(0);
  }

  @Test
  void gives_the_token_that_identity_answers() {
    try (TestScope test = TestScope.open(environment())) {
      assertThat(test.scope().resolve(STAFF)).isEqualTo("token-1");
      assertThat(bodies.get(0)).contains("staff@shop.example").contains("behind the counter");
      assertThat(traces.get(0)).contains(test.scope().traceId());
    }
  }

  @Test
  void logs_in_once_a_scenario() {
    try (TestScope test = TestScope.open(environment())) {
      test.scope().resolve(STAFF + STAFF);
      assertThat(bodies).hasSize(1);
    }
    try (TestScope next = TestScope.open(environment())) {
      next.scope().resolve(STAFF);
      assertThat(bodies).hasSize(2);
    }
  }

  @Test
  void a_refused_log_in_tells_who_and_what_was_answered() {
    status = 401;
    answer = "{\"type\":\"urn:cornershop:problem:bad-credentials\"}";
    try (TestScope test = TestScope.open(environment())) {
      assertThatThrownBy(() -> test.scope().resolve(STAFF))
          .isInstanceOf(StepFailure.class)
          .hasMessageContaining("'staff@shop.example' could not log in.")
          .hasMessageContaining("answered 401")
          .hasMessageContaining("bad-credentials");
    }
  }

  @Test
  void an_answer_that_is_not_json_fails_as_a_refused_log_in_does() {
    answer = "<html>";
    try (TestScope test = TestScope.open(environment())) {
      assertThatThrownBy(() -> test.scope().resolve(STAFF))
          .isInstanceOf(StepFailure.class)
          .hasMessageContaining("answered 200: <html>");
    }
  }

  @Test
  void an_unreachable_identity_is_named() {
    EnvironmentDescription environment = environment();
    identity.stop(0);
    try (TestScope test = TestScope.open(environment)) {
      assertThatThrownBy(() -> test.scope().resolve(STAFF))
          .isInstanceOf(StepFailure.class)
          .hasMessageContaining("could not log in")
          .hasMessageContaining("/tokens failed");
    }
  }

  private EnvironmentDescription environment() {
    String address = "127.0.0.1:" + identity.getAddress().getPort();
    return new EnvironmentDescription(
        "process",
        List.of(
            new ServiceDescription(
                "identity", ServiceDescription.Kind.SERVICE, Map.of("8080", address), Map.of())));
  }

  private void answer(HttpExchange exchange) throws IOException {
    bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    traces.add(exchange.getRequestHeaders().getFirst("traceparent"));
    byte[] content = answer.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, content.length);
    exchange.getResponseBody().write(content);
    exchange.close();
  }
}
