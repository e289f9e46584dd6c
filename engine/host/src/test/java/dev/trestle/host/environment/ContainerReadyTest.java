package dev.trestle.host.environment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trestle.host.compose.Readiness;
import dev.trestle.host.container.HealthPlan;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ContainerReadyTest {

  private static final Duration USUAL = Duration.ofSeconds(60);

  private static Duration timeout(@Nullable Readiness ready, Duration startPeriod, String... test) {
    Duration second = Duration.ofSeconds(1);
    return ContainerReady.timeout(
        ready, new HealthPlan(List.of(test), second, second, 5, startPeriod), USUAL);
  }

  @Test
  void a_health_check_is_waited_for_as_long_as_it_may_still_pass() {
    assertThat(timeout(null, Duration.ofMinutes(3), "CMD", "a")).isEqualTo(Duration.ofSeconds(190));
    assertThat(timeout(null, Duration.ZERO, "CMD", "a")).isEqualTo(USUAL);
    assertThat(timeout(null, Duration.ofMinutes(3))).isEqualTo(USUAL);
  }

  @Test
  void what_the_file_says_goes_first() {
    Duration long5 = Duration.ofMinutes(5);
    assertThat(timeout(new Readiness.Usual(long5, Projects.at(3)), Duration.ZERO, "CMD", "a"))
        .isEqualTo(long5);
    assertThat(
            timeout(
                new Readiness.Http("/", null, null, null, Projects.at(3)),
                Duration.ofMinutes(3),
                "CMD",
                "a"))
        .isEqualTo(Duration.ofSeconds(190));
  }
}
