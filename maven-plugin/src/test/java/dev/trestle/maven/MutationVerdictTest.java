package dev.trestle.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trestle.protocol.MutationOutcome;
import dev.trestle.protocol.MutationOutcome.Edge;
import dev.trestle.protocol.RunEvent;
import dev.trestle.protocol.RunEvent.RunAborted.Kind;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MutationVerdictTest {

  private final MutationVerdict verdict = new MutationVerdict();

  private MutationOutcome finished(int killed, int survived) {
    return finished(killed, survived, 0, 0);
  }

  private MutationOutcome finished(int killed, int survived, int notApplied, int undecided) {
    MutationOutcome outcome =
        new MutationOutcome(
            List.of(new Edge("a -> b", killed, 0, survived, 0, notApplied, undecided)),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            5,
            1,
            "j",
            "mutations.md");
    verdict.accept(new RunEvent.MutationFinished(outcome));
    return outcome;
  }

  @Test
  void a_score_that_is_reached_passes_the_build() throws Exception {
    MutationOutcome outcome = finished(3, 1);

    assertThat(verdict.conclude(0)).isEqualTo(outcome);
    assertThat(verdict.conclude(75)).isEqualTo(outcome);
  }

  @Test
  void a_score_below_the_minimum_fails_it() {
    finished(3, 1);

    assertThatThrownBy(() -> verdict.conclude(76))
        .isInstanceOf(MojoFailureException.class)
        .hasMessage(
            "The scenarios noticed 75 % of the mutants, and at least 76 % are wanted.\n"
                + "1 mutant survived; see the sentences above.\n"
                + "Report: mutations.md\n"
                + "Let scenarios look at what survived, or lower trestle.mutate.minimumScore.");
  }

  @Test
  void a_score_of_nothing_fails_a_minimum_only() throws Exception {
    finished(0, 0);

    assertThat(verdict.conclude(0).total().score()).isEqualTo(-1);
    assertThatThrownBy(() -> verdict.conclude(1))
        .hasMessageStartingWith("The scenarios noticed none");
  }

  /** Killed, survived, not applied, undecided, the minimum, and the beginning of the failure. */
  @ParameterizedTest
  @CsvSource({
    "2,  0,  21, 12, 80,  Only 2 of 35 mutants had an effect",
    "0,  0,  47, 0,  80,  Only 0 of 47 mutants had an effect",
    "0,  0,  0,  0,  1,   The scenarios noticed none of the mutants",
    "17, 0,  18, 0,  100, Only 17 of 35 mutants had an effect",
    "17, 0,  0,  18, 1,   Only 17 of 35 mutants had an effect",
    "18, 0,  17, 0,  100, ''",
    "18, 0,  0,  18, 100, ''",
    "10, 10, 20, 0,  50,  ''",
    "10, 10, 20, 0,  51,  The scenarios noticed 50 %",
    "2,  0,  21, 12, 0,   ''",
  })
  void a_minimum_wants_that_at_least_half_of_the_mutants_had_an_effect(
      int killed, int survived, int notApplied, int undecided, int minimum, String failure)
      throws Exception {
    MutationOutcome outcome = finished(killed, survived, notApplied, undecided);

    if (failure.isEmpty()) {
      assertThat(verdict.conclude(minimum)).isEqualTo(outcome);
    } else {
      assertThatThrownBy(() -> verdict.conclude(minimum))
          .isInstanceOf(MojoFailureException.class)
          .hasMessageStartingWith(failure);
    }
  }

  @Test
  void the_projects_fault_is_a_failure_and_the_machines_an_error() {
    verdict.accept(new RunEvent.RunAborted(Kind.PROJECT, "Nothing to mutate."));
    assertThatThrownBy(() -> verdict.conclude(0))
        .isInstanceOf(MojoFailureException.class)
        .hasMessage("Nothing to mutate.");

    verdict.accept(new RunEvent.RunAborted(Kind.MACHINE, "The disk is full."));
    assertThatThrownBy(() -> verdict.conclude(0)).isInstanceOf(MojoExecutionException.class);
  }

  @Test
  void no_last_event_is_an_error() {
    assertThatThrownBy(() -> verdict.conclude(0))
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageContaining("ended without a verdict");
  }
}
