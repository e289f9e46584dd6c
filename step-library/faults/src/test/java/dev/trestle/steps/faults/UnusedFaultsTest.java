package dev.trestle.steps.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trestle.protocol.FaultState;
import dev.trestle.steps.core.testing.FakeHost;
import dev.trestle.steps.core.testing.FeatureRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a scenario makes of what the host says of its faults. */
final class UnusedFaultsTest {

  private static final String UNUSED =
      "The fault 'front -> back: refused' met no call, so it tested nothing.\nLook at a.feature:3.";
  private static final String FEATURE =
      """
      Feature: Faults

        Scenario: passes
          Given "back" refuses the connections of "front"

        @unused-faults
        Scenario: says so
          Given "back" refuses the connections of "front"

        Scenario: fails
          Given "back" refuses the connections of "front"
          And "nobody" refuses the connections of "front"
      """;

  @TempDir private Path folder;

  private FeatureRun.Outcome run(FakeHost host) throws IOException {
    Path feature = Files.writeString(folder.resolve("faults.feature"), FEATURE);
    return FeatureRun.run(host, feature, folder.resolve("results"));
  }

  @Test
  void an_unused_fault_makes_a_scenario_fail_that_else_passes() throws IOException {
    try (FakeHost host = FakeHost.start("front", "back")) {
      host.unused(UNUSED, true);

      FeatureRun.Outcome outcome = run(host);

      assertThat(outcome.status("passes")).isEqualTo("failed");
      assertThat(outcome.message("passes")).isEqualTo(UNUSED);
      assertThat(outcome.attachment("passes", "Unused faults")).isEqualTo(UNUSED);
      assertThat(outcome.status("says so")).isEqualTo("passed");
      assertThat(outcome.message("fails")).startsWith("Service 'nobody' is unknown.");
      assertThat(outcome.attachment("fails", "Unused faults")).isEqualTo(UNUSED);
    }
  }

  @Test
  void an_unused_fault_that_is_a_warning_is_evidence_only() throws IOException {
    try (FakeHost host = FakeHost.start("front", "back")) {
      host.unused(UNUSED, false);

      FeatureRun.Outcome outcome = run(host);

      assertThat(outcome.status("passes")).isEqualTo("passed");
      assertThat(outcome.attachment("passes", "Unused faults")).isEqualTo(UNUSED);
    }
  }

  @Test
  void the_message_of_a_failed_step_names_the_faults_of_its_scenario() throws IOException {
    try (FakeHost host = FakeHost.start("front", "back")) {
      host.faults(new FaultState(List.of("front -> back: refused; used 0 time(s)"), List.of("x")));

      FeatureRun.Outcome outcome = run(host);

      String expected =
          """
          Service 'nobody' is unknown.
          Faults in this scenario by now:
            front -> back: refused; used 0 time(s)
          Services of the environment: front, back.""";
      assertThat(outcome.message("fails")).startsWith(expected);
      assertThat(host.messages())
          .filteredOn(line -> line.contains("\"fileName\":\"Failed step\""))
          .singleElement()
          .asString()
          .contains("Faults in this scenario by now:\\n  front -> back: refused; used 0 time(s)");
      assertThat(outcome.message("passes")).doesNotContain("Faults");
    }
  }

  @Test
  void without_faults_of_its_own_those_of_others_are_named() throws IOException {
    try (FakeHost host = FakeHost.start("front", "back")) {
      host.faults(new FaultState(List.of(), List.of("1", "2", "3", "4", "5", "6")));

      assertThat(run(host).message("fails"))
          .contains("Faults that other scenarios had at the same time")
          .contains("\n  5\n  … and 1 more\n")
          .doesNotContain("\n  6");
    }
  }
}
