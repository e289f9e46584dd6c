package dev.trestle.steps.core.testing;

import dev.trestle.steps.core.Example;
import dev.trestle.steps.core.StepArtifact;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Proves that no step of an artifact can pass when it must not. The example of each Then step runs,
 * as written and through the real runner, in a world of each {@link Case}: another value is there,
 * nothing, an empty one, null, one of another type, and nothing was ever looked at. In all of them
 * the step must be red, it alone, with a message of four parts.
 *
 * <pre>{@code
 * Counterexamples.of(new HttpArtifact())
 *     // What comes before every Then step in the world of a case:
 *     .in(Case.NULL, "Given I send GET \"/null\" to \"cart\"")
 *     // Steps of one class, or one step, which need another world:
 *     .in(Case.NULL, ManySteps.class, "Given the next request is sent 3 times at once …")
 *     .in(Case.NULL, "HeaderSteps.status", "Given I send GET \"/down\" to \"cart\"")
 *     // A step that is written in another way than its example:
 *     .written(Case.DIFFERENT, "HeaderSteps.cameWithin", "Then the response came within 1 ms")
 *     // A step that passes rightly, with the reason; the test fails when it does not pass:
 *     .holds("ResponseSteps.isAbsent", Case.ABSENT, "It says so.")
 *     // Further steps that must be red, such as a placeholder for what is not there:
 *     .also("any value of a header that is missing", "When … Then …")
 *     .run(host, folder)
 *     .assertRed();
 * }</pre>
 *
 * <p>The steps are found in the artifact's packages, so a new one is tested without being listed
 * here, and the test fails until a world makes it red or it is said why it holds. {@link
 * Case#NOTHING} is the world without any step before unless another is given. A step is not allowed
 * to hold in all cases.
 */
public final class Counterexamples {

  private final List<StepMethods.Then> steps;
  private final Map<Case, Map<String, String>> worlds = new LinkedHashMap<>();
  private final Map<String, String> wordings = new LinkedHashMap<>();
  private final Map<String, String> reasons = new LinkedHashMap<>();
  private final Map<String, String> further = new LinkedHashMap<>();
  private final List<String> mistakes = new ArrayList<>();

  private Counterexamples(List<StepMethods.Then> steps) {
    this.steps = steps;
    in(Case.NOTHING, "");
  }

  /** How the world of a step differs from that of its example. */
  public enum Case {
    /** Another value is there than the step expects. */
    DIFFERENT,
    /** What the step looks at does not exist. */
    ABSENT,
    /** An empty text, list, row or table is there. */
    EMPTY,
    /** Null is there. */
    NULL,
    /** A value of another type is there. */
    WRONG_TYPE,
    /** Nothing was ever looked at: no request was sent, nothing is saved. */
    NOTHING
  }

  /** The counterexamples of all Then steps in an artifact's packages. */
  public static Counterexamples of(StepArtifact artifact) {
    return new Counterexamples(StepMethods.thens(artifact));
  }

  /** The steps that make the world of a case, for every Then step without a world of its own. */
  public Counterexamples in(Case world, String before) {
    return put(world, "", before);
  }

  /** The steps that make the world of a case for the Then steps of a class. */
  public Counterexamples in(Case world, Class<?> stepClass, String before) {
    return put(world, stepClass.getSimpleName(), before);
  }

  /** The steps that make the world of a case for one step, such as {@code ManySteps.areSame}. */
  public Counterexamples in(Case world, String step, String before) {
    known(step);
    return put(world, step, before);
  }

  /** The same steps for one step in several cases. */
  public Counterexamples in(List<Case> cases, String step, String before) {
    cases.forEach(world -> in(world, step, before));
    return this;
  }

  private Counterexamples put(Case world, String whose, String before) {
    worlds.computeIfAbsent(world, any -> new LinkedHashMap<>()).put(whose, before);
    return this;
  }

  /** How a step is written in a case instead of its example, such as with a shorter time. */
  public Counterexamples written(Case world, String step, String text) {
    known(step);
    wordings.put(named(step, world), text);
    return this;
  }

  /** A step that passes rightly in the world of a case, and why. */
  public Counterexamples holds(String step, Case world, String reason) {
    known(step);
    if (reason.isBlank()) {
      mistakes.add(step + " holds in the case " + world + " without a reason.");
    }
    reasons.put(named(step, world), reason);
    return this;
  }

  /** The same for several cases. */
  public Counterexamples holds(String step, List<Case> cases, String reason) {
    cases.forEach(world -> holds(step, world, reason));
    return this;
  }

  /** Further steps of which the last one must be red. */
  public Counterexamples also(String name, String steps) {
    if (further.put(name, steps) != null) {
      mistakes.add("Two further counterexamples are named '" + name + "'.");
    }
    return this;
  }

  private void known(String step) {
    if (steps.stream().noneMatch(then -> then.name().equals(step))) {
      mistakes.add("There is no Then step " + step + ".");
    }
  }

  /**
   * Runs all of them.
   *
   * @param folder a folder for the feature and the results
   * @param glue packages with further step classes
   */
  public Outcome run(FakeHost host, Path folder, String... glue) {
    try {
      Path features = Files.createDirectories(Path.of("target/examples"));
      Path file =
          Files.writeString(
              features.resolve("counterexamples-" + folder.getFileName() + ".feature"), feature());
      FeatureRun.Outcome outcome =
          FeatureRun.run(host, file, folder.resolve("counterexamples"), glue);
      return new Outcome(outcome, problems(outcome));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write the counterexamples.", e);
    }
  }

  private String feature() {
    StringBuilder feature = new StringBuilder("Feature: Counterexamples\n");
    for (StepMethods.Then step : steps) {
      for (Case world : Case.values()) {
        String name = named(step.name(), world);
        Optional<String> before = world(step, world);
        if (step.example().isPresent() && before.isPresent()) {
          String text = wordings.getOrDefault(name, step.example().get());
          add(feature, name, before.get(), text);
        }
      }
    }
    further.forEach((name, all) -> add(feature, name, all, ""));
    return feature.toString();
  }

  private static void add(StringBuilder feature, String name, String before, String step) {
    feature.append("\n  Scenario: ").append(name).append('\n');
    feature.append(before.strip().indent(4)).append(step.strip().indent(4));
  }

  /** The steps of the nearest declaration: for the step, for its class, for all. */
  private Optional<String> world(StepMethods.Then step, Case world) {
    Map<String, String> declared = worlds.getOrDefault(world, Map.of());
    for (String whose : List.of(step.name(), step.className(), "")) {
      if (declared.containsKey(whose)) {
        return Optional.of(declared.get(whose));
      }
    }
    return Optional.empty();
  }

  private static String named(String step, Case world) {
    return step + ", " + world;
  }

  private List<String> problems(FeatureRun.Outcome outcome) {
    List<String> problems = new ArrayList<>(mistakes);
    if (steps.isEmpty()) {
      problems.add("There is no Then step to look at.");
    }
    for (StepMethods.Then step : steps) {
      problems.addAll(problems(step, outcome));
    }
    for (String name : further.keySet()) {
      RedStep.of(outcome, name).problem(false).ifPresent(problem -> problems.add(problem));
    }
    return problems;
  }

  private List<String> problems(StepMethods.Then step, FeatureRun.Outcome outcome) {
    if (step.example().isEmpty()) {
      return List.of(step.name() + " has no @" + Example.class.getSimpleName() + ".");
    }
    List<String> problems = new ArrayList<>();
    Set<Case> red = new LinkedHashSet<>();
    for (Case world : Case.values()) {
      String name = named(step.name(), world);
      boolean holds = reasons.containsKey(name);
      if (world(step, world).isEmpty()) {
        problems.add(name + ": no world is declared. Declare how this step fails.");
      } else {
        RedStep.of(outcome, name).problem(holds).ifPresent(problem -> problems.add(problem));
      }
      if (!holds) {
        red.add(world);
      }
    }
    if (red.isEmpty()) {
      problems.add(step.name() + " holds in every case, so it checks nothing.");
    }
    return problems;
  }

  /**
   * What the run showed.
   *
   * @param results the results of all counterexamples, by {@code Class.method, CASE}
   * @param problems what is green and must not be, or red for another reason
   */
  public record Outcome(FeatureRun.Outcome results, List<String> problems) {

    /** Copies the list. */
    public Outcome {
      problems = List.copyOf(problems);
    }

    /** Fails with all problems when there are any. */
    public void assertRed() {
      if (!problems.isEmpty()) {
        throw new AssertionError(
            problems.size()
                + " steps pass that must not, or fail for another reason.\n"
                + results.error()
                + String.join("\n", problems)
                + "\nCorrect the step, give it another world, or say why it holds.");
      }
    }
  }
}
