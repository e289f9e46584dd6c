package dev.trestle.cornershop.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trestle.cornershop.checkout.OutboxRelay.Entry;
import dev.trestle.cornershop.kit.DependencyUnavailable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutboxRelayTest {
  private final List<Entry> waiting = new ArrayList<>();
  private final List<Entry> published = new ArrayList<>();
  private boolean brokerDown;
  private final OutboxRelay relay = new OutboxRelay(this::publishTwo, new FakePublisher());

  // The fake outbox hands out two entries at a time and keeps them when the publisher throws.
  private int publishTwo(OutboxRelay.Publisher publisher) {
    List<Entry> next = List.copyOf(waiting.subList(0, Math.min(2, waiting.size())));
    if (!next.isEmpty()) {
      publisher.publish(next);
      waiting.removeAll(next);
    }
    return next.size();
  }

  private void add(int entries) {
    for (int i = 0; i < entries; i++) {
      waiting.add(new Entry(i, "o-" + i, "{}", "trace"));
    }
  }

  @Test
  void a_round_publishes_all_that_waits() {
    add(5);

    Duration pause = relay.round();

    assertThat(published).hasSize(5);
    assertThat(waiting).isEmpty();
    assertThat(pause).isGreaterThan(Duration.ofSeconds(1));
  }

  @Test
  void events_wait_while_the_broker_is_down_and_go_when_it_is_back() {
    add(1);
    brokerDown = true;
    Duration pause = relay.round();

    assertThat(waiting).hasSize(1);
    assertThat(pause).isLessThan(Duration.ofSeconds(1));
    brokerDown = false;
    assertThatThrownBy(relay::check).isInstanceOf(DependencyUnavailable.class);

    relay.round();

    assertThat(published).hasSize(1);
    assertThatCode(relay::check).doesNotThrowAnyException();
  }

  @Test
  void a_broker_that_is_down_is_seen_without_an_event() {
    brokerDown = true;

    assertThatThrownBy(relay::check)
        .isInstanceOfSatisfying(
            DependencyUnavailable.class, e -> assertThat(e.dependency()).isEqualTo("kafka"));
  }

  private final class FakePublisher implements OutboxRelay.Publisher {
    @Override
    public void publish(List<Entry> entries) {
      check();
      published.addAll(entries);
    }

    @Override
    public void prepare() {
      check();
    }

    @Override
    public void check() {
      if (brokerDown) {
        throw new DependencyUnavailable("kafka", "is down", null);
      }
    }
  }
}
