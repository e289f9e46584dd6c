package dev.trestle.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

class DeadlineTest {

  @Test
  void it_is_over_when_its_time_is() {
    assertThat(Deadline.in(Duration.ZERO).isOver()).isTrue();
    assertThat(Deadline.in(Duration.ZERO).left()).isZero();
    assertThat(Deadline.in(Duration.ofSeconds(-5)).isOver()).isTrue();
    assertThat(Deadline.in(Duration.ofHours(1)).isOver()).isFalse();
    assertThat(Deadline.in(Duration.ofHours(1)).left())
        .isBetween(Duration.ofMinutes(59), Duration.ofHours(1));
  }

  @Test
  void the_longest_time_does_not_overflow() {
    assertThat(Deadline.in(ChronoUnit.FOREVER.getDuration()).isOver()).isFalse();
  }
}
