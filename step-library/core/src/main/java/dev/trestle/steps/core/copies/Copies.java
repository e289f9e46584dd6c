package dev.trestle.steps.core.copies;

import dev.trestle.steps.core.ScenarioScope;
import dev.trestle.steps.core.StepFailure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Those that act at once in a scenario, with what went wrong with some of them. */
public final class Copies {

  private static final int MOST = 100;

  private final String noun;
  private final List<Copy> all;
  private boolean judged;

  private Copies(String noun, List<Copy> all) {
    this.noun = noun;
    this.all = all;
  }

  /** The copies that a scenario began last. */
  private static final class Last {
    private @Nullable Copies copies;
  }

  /**
   * Begins copies, to which the scenario's later steps then refer.
   *
   * @param noun what they are, in the plural
   */
  public static Copies begin(ScenarioScope scope, int count, String noun) {
    if (count < 1 || count > MOST) {
      throw StepFailure.of(count + " " + noun + " cannot act at once.")
          .evidence("There can be 1 to " + MOST + ", each with a thread of its own.")
          .fix("Take another number; a load test needs a tool for load.");
    }
    Last last = scope.state(Last.class, Last::new);
    if (last.copies != null) {
      last.copies.requireJudged();
    }
    List<Copy> all =
        IntStream.rangeClosed(1, count)
            .mapToObj(number -> new Copy(number, number + " of " + count + " " + noun, scope))
            .toList();
    Copies copies = new Copies(noun, all);
    last.copies = copies;
    scope.onEnd("see to what went wrong with the " + noun, copies::requireJudged);
    return copies;
  }

  /** The copies that the scenario began last. */
  public static Copies of(ScenarioScope scope) {
    Copies copies = scope.state(Last.class, Last::new).copies;
    if (copies == null) {
      throw StepFailure.of("Nobody acts at once in this scenario.")
          .evidence("'them' are those of a step such as '20 shoppers at once …' before it.")
          .fix("Write such a step before this one.");
    }
    return copies;
  }

  /** All of them by number. */
  public List<Copy> all() {
    return all;
  }

  /** Those that nothing went wrong with. */
  public List<Copy> succeeded() {
    return all.stream().filter(copy -> copy.failure().isEmpty()).toList();
  }

  /** Those that something went wrong with. */
  public List<Copy> failed() {
    return all.stream().filter(copy -> copy.failure().isPresent()).toList();
  }

  /** What they are, in the plural. */
  public String noun() {
    return noun;
  }

  /** A step has looked at who failed, so that failures are no surprise any more. */
  public void judge() {
    judged = true;
  }

  /** Failures that no step asks for must not be passed over. */
  private void requireJudged() {
    if (!judged && !failed().isEmpty()) {
      judged = true;
      throw StepFailure.of(
              failed().size() + " of " + all.size() + " " + noun + " failed, and no step asks.")
          .evidence(outcomes())
          .fix("Correct the system, or say what is expected: 'exactly 5 of them succeed'.");
    }
  }

  /** How often what came out, the same outcomes together. */
  public String outcomes() {
    Map<String, Long> counts =
        all.stream()
            .collect(
                Collectors.groupingBy(Copies::outcome, LinkedHashMap::new, Collectors.counting()));
    return counts.entrySet().stream()
        .map(entry -> entry.getValue() + " × " + entry.getKey())
        .collect(Collectors.joining("\n"));
  }

  /** Without the copy's number in its names, since it is the same outcome. */
  private static String outcome(Copy copy) {
    return copy.failure()
        .map(failure -> String.valueOf(failure.getMessage()).strip().indent(4).strip())
        .map(message -> message.replaceAll("-" + copy.number() + "\\b", ""))
        .orElse("nothing went wrong");
  }
}
