package dev.trestle.host.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trestle.protocol.Interaction;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class InteractionLogTest {

  private static final String A = "7e57ca5e16cd43dd8448eb211c80319c";
  private static final String B = "7e57ca5e17cd43dd8448eb211c80319c";
  private static final String C = "7e57ca5e18cd43dd8448eb211c80319c";

  @Test
  void a_scenarios_interactions_come_oldest_first() {
    InteractionLog log = new InteractionLog(1_000_000);
    Exchange first = exchange(A, "/1");
    log.add(exchange(B, "/2"));
    Exchange second = exchange(A, "/3");
    log.add(second);
    log.add(first);

    assertThat(log.of(A)).extracting(Interaction::path).containsExactly("/1", "/3");
  }

  @Test
  void the_scenario_that_ended_first_makes_room() {
    InteractionLog log = new InteractionLog(3_000);
    for (String trace : new String[] {A, B, C}) {
      Exchange exchange = exchange(trace, "/");
      log.add(exchange);
      log.ended(exchange);
      log.endScenario(trace);
    }

    assertThat(log.of(A)).isEmpty();
    assertThat(log.of(B)).hasSize(1);
    assertThat(log.of(C)).hasSize(1);
  }

  @Test
  void bodies_of_the_only_scenario_make_room_and_its_calls_stay() {
    InteractionLog log = new InteractionLog(9_000);
    byte[] body = "x".repeat(2_000).getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < 5; i++) {
      Exchange exchange = exchange(A, "/" + i);
      log.add(exchange);
      exchange.requested(body, 0, body.length);
      log.ended(exchange);
    }

    assertThat(log.of(A))
        .extracting(Interaction::path)
        .containsExactly("/0", "/1", "/2", "/3", "/4");
    assertThat(log.of(A)).extracting(Interaction::requestBytes).containsOnly(2_000L);
    assertThat(log.of(A).get(0).requestBody()).isEqualTo("… (2000 bytes)");
    assertThat(log.of(A).get(4).requestBody()).isEqualTo("x".repeat(2_000));
  }

  @Test
  void a_scenario_that_runs_is_told_of_as_a_whole() {
    InteractionLog log = new InteractionLog(3_000);
    Exchange first = exchange(A, "/first");
    log.add(first);
    log.ended(first);
    for (String trace : new String[] {B, C}) {
      Exchange exchange = exchange(trace, "/");
      log.add(exchange);
      log.ended(exchange);
      log.endScenario(trace);
    }
    Exchange second = exchange(A, "/second");
    log.add(second);
    log.ended(second);

    assertThat(log.of(A)).extracting(Interaction::path).containsExactly("/first", "/second");
  }

  private static Exchange exchange(String traceId, String path) {
    String head =
        "GET " + path + " HTTP/1.1\r\ntraceparent: 00-" + traceId + "-b7ad6b7169203331-01\r\n\r\n";
    return new Exchange(
        new Edge("test", "cart", 1, Edge.Kind.HTTP),
        Answers.read(head.getBytes(StandardCharsets.ISO_8859_1)));
  }
}
