package dev.trestle.steps.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.trestle.steps.core.TestScope;
import dev.trestle.steps.core.exchange.Body;
import dev.trestle.steps.core.exchange.Exchange;
import dev.trestle.steps.core.exchange.Request;
import dev.trestle.steps.core.exchange.Target;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ExchangeTextTest {

  private static Exchange exchange(String answer) {
    try (TestScope test = TestScope.open()) {
      Target target = Target.of("http://127.0.0.1:4711", test.scope());
      Request request =
          new Request("POST", "/tokens", target, target.address() + "/tokens", Map.of(), Body.NONE);
      return new Exchange(4, request, 200, "OK", List.of(), answer, 12);
    }
  }

  @Test
  void is_one_line_and_the_beginnings_of_bodies_in_short() {
    assertThat(ExchangeText.brief(exchange("x".repeat(700))))
        .containsExactly(
            entry("Exchange 4", "POST /tokens of http://127.0.0.1:4711 → 200 OK in 12 ms"),
            entry("received", "x".repeat(500) + "\n… cut: 700 characters in all"));
  }

  @Test
  void a_long_secret_is_masked_whole_before_a_body_is_cut() {
    String answer = "{\"accessToken\": \"" + "t".repeat(700) + "\"}";
    assertThat(ExchangeText.brief(exchange(answer)))
        .containsEntry("received", "{\"accessToken\": \"*****\"}");
  }
}
