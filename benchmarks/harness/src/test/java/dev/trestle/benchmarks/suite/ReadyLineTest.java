package dev.trestle.benchmarks.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

class ReadyLineTest {

  @Test
  void the_time_and_the_duration_are_read() {
    ReadyLine line = ReadyLine.in(log("7.4 s"));

    assertThat(line.at()).isEqualTo(LocalDateTime.parse("2026-11-25T20:01:02.345"));
    assertThat(line.took()).isEqualTo(Duration.ofMillis(7400));
  }

  @Test
  void milliseconds_and_minutes_are_understood() {
    assertThat(ReadyLine.in(log("350 ms")).took()).isEqualTo(Duration.ofMillis(350));
    assertThat(ReadyLine.in(log("2 min 5 s")).took()).isEqualTo(Duration.ofSeconds(125));
  }

  @Test
  void a_log_without_the_line_is_an_error() {
    assertThatThrownBy(() -> ReadyLine.in("BUILD FAILURE")).hasMessageContaining("no line");
  }

  private static String log(String duration) {
    return """
        2026-11-25T20:01:00.000 [INFO] Scanning for projects...
        2026-11-25T20:01:02.345 [INFO] Environment ready after %s
        2026-11-25T20:01:03.000 [INFO] BUILD SUCCESS
        """
        .formatted(duration);
  }
}
