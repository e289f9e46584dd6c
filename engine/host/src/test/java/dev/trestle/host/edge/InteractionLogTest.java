package dev.trestle.host.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trestle.protocol.Interaction;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class InteractionLogTest {

  @Test
  void a_scenarios_interactions_come_oldest_first() {
    InteractionLog log = new InteractionLog(1_000_000);
    log.add("a", interaction("2026-01-01T00:00:02Z"));
    log.add("b", interaction("2026-01-01T00:00:03Z"));
    log.add("a", interaction("2026-01-01T00:00:01Z"));

    assertThat(log.of("a"))
        .extracting(Interaction::startedAt)
        .containsExactly("2026-01-01T00:00:01Z", "2026-01-01T00:00:02Z");
  }

  @Test
  void the_oldest_scenario_makes_room() {
    InteractionLog log = new InteractionLog(2_500);
    log.add("a", interaction("2026-01-01T00:00:01Z"));
    log.add("b", interaction("2026-01-01T00:00:02Z"));
    log.add("c", interaction("2026-01-01T00:00:03Z"));

    assertThat(log.of("a")).isEmpty();
    assertThat(log.of("b")).hasSize(1);
    assertThat(log.of("c")).hasSize(1);
  }

  private static Interaction interaction(String startedAt) {
    return new Interaction("test", "cart", "GET", "/", Map.of(), "", 200, "", startedAt, 1);
  }
}
