package dev.trestle.cornershop.planted;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What became of a bug.
 *
 * @param bug the bug
 * @param red the scenarios that turned red
 */
record Verdict(PlantedBug bug, List<RedScenario> red) {

  Verdict {
    red = List.copyOf(red);
  }

  /** The scenarios whose failure and evidence say what the table says: they caught the bug. */
  List<RedScenario> caughtBy() {
    return red.stream()
        .filter(scenario -> scenario.message().contains(bug.message()))
        .filter(scenario -> scenario.evidence().contains(bug.evidence()))
        .toList();
  }

  /** The bug, its cause, the scenarios that caught it, and their message, as lines to print. */
  String told() {
    List<RedScenario> caughtBy = caughtBy();
    String scenarios =
        caughtBy.stream().map(RedScenario::name).collect(Collectors.joining("\n    "));
    return "%-26s %s%n  %s%n  caught by %d of %d red scenarios: %s%n  reason: %s%n    %s"
        .formatted(
            bug.name(),
            bug.cause(),
            bug.what(),
            caughtBy.size(),
            red.size(),
            bug.message(),
            bug.evidence(),
            caughtBy.isEmpty() ? "NONE" : scenarios);
  }

  /** Why the bug counts as not caught. */
  String missed() {
    return "No scenario turned red because of '"
        + bug.name()
        + "'.\nIts failure was to say: "
        + bug.message()
        + "\nIts evidence was to show: "
        + bug.evidence()
        + "\nRed were:\n"
        + red.stream()
            .map(scenario -> scenario.name() + "\n" + scenario.message().lines().limit(6).toList())
            .collect(Collectors.joining("\n"))
        + "\nLook at "
        + bug.results().resolve("maven.log")
        + ".\nWrite a scenario that catches it, or correct the row in README.md.";
  }
}
