package dev.trestle.steps.core.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trestle.steps.core.StepArtifact;
import dev.trestle.steps.core.testing.Counterexamples.Case;
import dev.trestle.steps.core.testing.lax.LaxSteps;
import io.cucumber.picocontainer.PicoFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CounterexamplesTest {

  private static final String OBJECT_FACTORY = "cucumber.object-factory";

  private static final String GLUE = LaxSteps.class.getPackageName();

  @TempDir Path folder;

  private static final class Lax implements StepArtifact {

    @Override
    public String name() {
      return "lax";
    }

    @Override
    public List<String> glue() {
      return List.of(GLUE);
    }

    @Override
    public List<String> phrasebooks() {
      return List.of();
    }
  }

  private Counterexamples.Outcome run(Counterexamples all) {
    // Spring's factory is on this module's class path too.
    System.setProperty(OBJECT_FACTORY, PicoFactory.class.getName());
    try (FakeHost host = FakeHost.start()) {
      return all.run(host, folder, GLUE);
    } finally {
      System.clearProperty(OBJECT_FACTORY);
    }
  }

  private static Counterexamples withWorlds() {
    Counterexamples all = Counterexamples.of(new Lax());
    for (Case world : Case.values()) {
      if (world != Case.NOTHING) {
        all.in(world, "Given the box holds 2");
      }
    }
    return all;
  }

  @Test
  void a_step_that_passes_fails_badly_or_breaks_is_found_in_every_case() {
    Counterexamples.Outcome outcome = run(withWorlds());

    for (Map.Entry<String, String> problem :
        Map.of(
                "LaxSteps.isFine", "passes.",
                "LaxSteps.isRed", "has no evidence in its message.",
                "LaxSteps.breaks", "is broken, which no assertion did.")
            .entrySet()) {
      for (Case world : Case.values()) {
        String begin = problem.getKey() + ", " + world + " " + problem.getValue();
        assertThat(outcome.problems()).anyMatch(found -> found.startsWith(begin));
      }
    }
    assertThat(outcome.problems()).contains("LaxSteps.isNew has no @Example.");
    assertThat(outcome.problems()).noneMatch(found -> found.contains("LaxSteps.has"));
    assertThatThrownBy(outcome::assertRed)
        .hasMessageContaining("LaxSteps.isFine, NULL passes.")
        .hasMessageContaining("say why it holds");
  }

  @Test
  void a_step_without_a_world_is_found() {
    assertThat(run(Counterexamples.of(new Lax())).problems())
        .contains(
            "LaxSteps.has, NULL: no world is declared. Declare how this step fails.",
            "LaxSteps.has, DIFFERENT: no world is declared. Declare how this step fails.");
  }

  @Test
  void a_step_that_is_red_before_its_end_proves_nothing() {
    Counterexamples all =
        withWorlds().in(Case.EMPTY, "LaxSteps.has", "Given the box holds 2\nThen the box has 3");

    assertThat(run(all).problems())
        .anyMatch(found -> found.startsWith("LaxSteps.has, EMPTY is red before its last step."));
  }

  @Test
  void what_is_said_to_hold_must_hold_and_not_in_every_case() {
    Counterexamples all =
        withWorlds()
            .holds("LaxSteps.has", Case.NULL, "It does not.")
            .holds("LaxSteps.isFine", List.of(Case.values()), "It always does.")
            .holds("LaxSteps.gone", Case.NULL, "There is no such step.");

    assertThat(run(all).problems())
        .contains(
            "LaxSteps.isFine holds in every case, so it checks nothing.",
            "There is no Then step LaxSteps.gone.")
        .anyMatch(found -> found.startsWith("LaxSteps.has, NULL is said to hold, and is failed."));
  }

  @Test
  void further_steps_must_be_red() {
    Counterexamples all =
        withWorlds().also("the same", "Given the box holds 1\nThen the box has 1");

    assertThat(run(all).problems()).anyMatch(found -> found.startsWith("the same passes."));
  }
}
