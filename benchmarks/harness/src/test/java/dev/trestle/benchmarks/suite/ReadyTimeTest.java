package dev.trestle.benchmarks.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ReadyTimeTest {

  @Test
  void seconds_milliseconds_and_minutes_are_understood() {
    assertThat(ReadyTime.in(log("7.4 s"))).isEqualTo(Duration.ofMillis(7400));
    assertThat(ReadyTime.in(log("350 ms"))).isEqualTo(Duration.ofMillis(350));
    assertThat(ReadyTime.in(log("2 min 5 s"))).isEqualTo(Duration.ofSeconds(125));
  }

  @Test
  void a_log_without_the_line_is_an_error() {
    assertThatThrownBy(() -> ReadyTime.in("BUILD FAILURE")).hasMessageContaining("no line");
  }

  private static String log(String duration) {
    return """
        [INFO] Scanning for projects...
        [INFO] Environment ready after %s
        [INFO] BUILD SUCCESS
        """
        .formatted(duration);
  }
}
