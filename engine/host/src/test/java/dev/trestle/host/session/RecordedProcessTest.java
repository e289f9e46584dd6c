package dev.trestle.host.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RecordedProcessTest {

  private final RecordedProcess self = RecordedProcess.of(ProcessHandle.current());

  @Test
  void a_process_is_found_again() {
    assertThat(RecordedProcess.parse(self.line()).orElseThrow().find())
        .contains(ProcessHandle.current());
  }

  @Test
  void a_later_process_with_the_same_id_is_another_one() {
    long millis = ProcessHandle.current().info().startInstant().orElseThrow().toEpochMilli();
    assertThat(new RecordedProcess(self.pid(), "t1").find()).isEmpty();
    assertThat(new RecordedProcess(self.pid(), "" + (millis - 60_000)).find()).isEmpty();
    assertThat(new RecordedProcess(self.pid(), "0").find()).isEmpty();
    assertThat(new RecordedProcess(self.pid(), "" + millis).find()).isPresent();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void a_clock_that_is_set_meanwhile_makes_no_process_another_one() {
    assertThat(self.start()).as("ticks since the boot, not a time of the clock").startsWith("t");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "12", "12 x", "1 2 3"})
  void an_unfinished_line_is_passed_by(String line) {
    assertThat(RecordedProcess.parse(line)).isEmpty();
  }
}
