package dev.trestle.steps.concurrency;

import dev.trestle.steps.core.ScenarioScope;
import dev.trestle.steps.core.StepFailure;
import dev.trestle.steps.core.compare.Part;
import dev.trestle.steps.core.copies.Copies;
import dev.trestle.steps.core.copies.Copy;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What came out for those that acted at once. */
final class Outcomes {

  private static final String FIX = "Correct the system, or what the step expects.";

  private final Copies copies;

  private Outcomes(Copies copies) {
    this.copies = copies;
  }

  /** The outcomes of those that the scenario began last. */
  static Outcomes of(ScenarioScope scope) {
    return new Outcomes(Copies.of(scope));
  }

  void requireAllSucceeded() {
    requireSucceeded(copies.all().size(), copies.all().size());
  }

  void requireSucceeded(int least, int most) {
    if (least == 0 && most == Integer.MAX_VALUE) {
      throw StepFailure.of("At least 0 always succeed, so the step checks nothing.")
          .evidence("Of " + copies.all().size() + ":\n" + copies.outcomes())
          .fix("Write the number that must succeed, or 'exactly 0 of them succeed'.");
    }
    copies.judge();
    int found = copies.succeeded().size();
    if (found < least || found > most) {
      String wanted = (least == most ? "" : "at least ") + least;
      throw StepFailure.of(found + " " + copies.noun() + " succeeded, not " + wanted + ".")
          .evidence("Of " + copies.all().size() + ":\n" + copies.outcomes())
          .fix(FIX);
    }
  }

  void requireFailuresWith(String text) {
    Part.of(text, "");
    copies.judge();
    List<Copy> others =
        copies.failed().stream().filter(copy -> !message(copy).contains(text)).toList();
    if (copies.failed().isEmpty()) {
      throw StepFailure.of("There are no others: all " + copies.noun() + " succeeded.")
          .evidence("The step expects failures with '" + text + "'.")
          .fix(FIX);
    }
    if (!others.isEmpty()) {
      throw StepFailure.of(others.size() + " " + copies.noun() + " failed otherwise.")
          .evidence("'" + text + "' is not in all messages:\n" + copies.outcomes())
          .fix(FIX);
    }
  }

  private static String message(Copy copy) {
    return copy.failure().map(Throwable::getMessage).map(String::valueOf).orElse("");
  }

  void requireSame(String name) {
    Map<String, List<Integer>> values = values(name);
    if (values.size() > 1) {
      throw StepFailure.of("'" + name + "' is not the same for all " + copies.noun() + ".")
          .evidence(shown(values))
          .fix(FIX);
    }
  }

  void requireDifferent(String name) {
    Map<String, List<Integer>> values = values(name);
    values.values().removeIf(numbers -> numbers.size() == 1);
    if (!values.isEmpty()) {
      throw StepFailure.of("Some " + copies.noun() + " have the same '" + name + "'.")
          .evidence(shown(values))
          .fix(FIX);
    }
  }

  /**
   * Who saved which value; two must have succeeded, else nothing would be compared. What it says of
   * them does not excuse those who failed.
   */
  private Map<String, List<Integer>> values(String name) {
    int count = copies.succeeded().size();
    if (count < 2) {
      copies.judge(); // The failure shows them.
      throw StepFailure.of(
              (count == 0 ? "None" : "Only one")
                  + " of the "
                  + copies.noun()
                  + " succeeded, so there is nothing to compare.")
          .evidence(copies.outcomes())
          .fix(FIX);
    }
    return copies.succeeded().stream()
        .collect(
            Collectors.groupingBy(
                copy -> String.valueOf(copy.scope().get(name)),
                TreeMap::new,
                Collectors.mapping(Copy::number, Collectors.toList())));
  }

  private static String shown(Map<String, List<Integer>> values) {
    return values.entrySet().stream()
        .map(entry -> entry.getKey() + ": saved by " + entry.getValue())
        .collect(Collectors.joining("\n"));
  }
}
