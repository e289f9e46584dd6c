package dev.trestle.cornershop.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BackgroundTest {
  private static final Duration LONG = Duration.ofHours(1);

  private final AtomicInteger rounds = new AtomicInteger();

  @Test
  void the_first_round_comes_at_once_and_the_next_when_woken() {
    try (Background background = Background.start("test", this::count)) {
      await().until(() -> rounds.get() == 1);

      background.wake();

      await().until(() -> rounds.get() == 2);
    }
  }

  private Duration count() {
    rounds.incrementAndGet();
    return LONG;
  }

  @Test
  void the_next_round_comes_when_its_pause_is_over() {
    try (Background background =
        Background.start(
            "test",
            () -> {
              rounds.incrementAndGet();
              return Duration.ofMillis(1);
            })) {
      await().until(() -> rounds.get() > 2);
      assertThat(background).isNotNull();
    }
  }

  @Test
  void a_round_that_fails_does_not_end_the_ones_after_it() {
    try (Background background =
        Background.start(
            "test",
            () -> {
              if (rounds.incrementAndGet() == 1) {
                throw new DependencyUnavailable("database", "is down", null);
              }
              return LONG;
            })) {
      background.wake();

      await().until(() -> rounds.get() == 2);
    }
  }

  @Test
  void no_round_comes_after_the_end() {
    Background background = Background.start("test", this::count);
    await().until(() -> rounds.get() == 1);

    background.close();
    background.wake();

    assertThat(rounds).hasValue(1);
  }
}
