package dev.trestle.steps.core.phrase;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationTypeTest {

  @ParameterizedTest
  @CsvSource({
    "5 s, PT5S",
    "500 ms, PT0.5S",
    "2 min, PT2M",
    "5 seconds, PT5S",
    "1 second, PT1S",
    "1.5 s, PT1.5S",
    "1 h, PT1H",
    "3hours, PT3H",
    "1 minute, PT1M",
    "250 milliseconds, PT0.25S"
  })
  void durations_are_read_as_written(String written, Duration expected) {
    assertThat(written).matches(DurationType.REGEXP);
    assertThat(DurationType.parse(written)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"PT0.5S, 500 ms", "PT5S, 5 s", "PT1.25S, 1.25 s", "PT10M, 600 s"})
  void durations_are_told_in_seconds(Duration duration, String expected) {
    assertThat(DurationType.written(duration)).isEqualTo(expected);
  }
}
