package dev.trestle.host.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MachineLoadTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET http://127.0.0.1:1/: request timed out",
        "java.net.http.HttpTimeoutException: request timed out",
        "Read timeout",
        "Topic 'lost' has no such message within 10 s.",
        "Service 'a' was not ready after 60 s."
      })
  void a_timeout_on_an_overloaded_machine_says_so(String message) {
    MachineLoad load = new MachineLoad(MachineLoad.average(() -> 20, 2), 4);

    assertThat(load.explained(message))
        .startsWith(message)
        .endsWith("The machine was overloaded: load of 20.0 on 2 cores, 4 lanes.");
    assertThat(load.warning().orElseThrow())
        .startsWith("One failure by a timeout happened while the machine was overloaded.\n")
        .contains("load of 20.0 on 2 cores, 4 lanes")
        .endsWith("-Dtrestle.lanes=1.");
  }

  @Test
  void each_failure_is_counted_and_one_is_one() {
    MachineLoad load = new MachineLoad(MachineLoad.average(() -> 2.1, 1), 1);
    assertThat(load.explained("timed out")).endsWith("load of 2.1 on 1 core, 1 lane.");
    load.explained("timed out");

    assertThat(load.warning().orElseThrow()).startsWith("2 failures by a timeout happened");
  }

  @Test
  void another_failure_or_a_quiet_machine_is_left_alone() {
    MachineLoad busy = new MachineLoad(MachineLoad.average(() -> 20, 2), 4);
    MachineLoad quiet = new MachineLoad(MachineLoad.average(() -> 4, 2), 4);
    MachineLoad unknown = new MachineLoad(MachineLoad.average(() -> -1, 2), 4);
    String other = "The response is 503, not 200.";

    assertThat(busy.explained(other)).isEqualTo(other);
    assertThat(quiet.explained("timed out")).isEqualTo("timed out");
    assertThat(unknown.explained("timed out")).isEqualTo("timed out");
    assertThat(busy.warning()).isEmpty();
    assertThat(quiet.warning()).isEmpty();
    assertThat(unknown.warning()).isEmpty();
  }
}
