package dev.trestle.host.run;

import dev.trestle.protocol.ScenarioResult;
import dev.trestle.protocol.ScenarioResult.Status;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Every scenario of a run and its one state. Whatever counts, shows or writes scenarios reads them
 * here. A scenario belongs to the run when the runner planned it or began it; the order in which
 * that is said and how often does not matter.
 */
final class ScenarioLedger {

  /** In the order in which Cucumber found the scenarios: by file and line. */
  private final Map<String, Line> lines = new LinkedHashMap<>();

  private final Set<String> attempts = new HashSet<>();
  private final List<String> contradictions = new ArrayList<>();
  private boolean planned;

  /** What is known of one scenario. */
  private static final class Line {
    private boolean found;
    private boolean planned;
    private boolean begun;
    private @Nullable ScenarioResult result;

    private boolean counts() {
      return planned || begun;
    }
  }

  /** A feature file has this scenario; false when that is known already. */
  boolean found(String scenario) {
    Line line = line(scenario);
    boolean isNew = !line.found;
    line.found = true;
    return isNew;
  }

  /** The runner is going to run these scenarios. */
  void plan(List<String> scenarios) {
    planned = true;
    scenarios.forEach(scenario -> line(scenario).planned = true);
  }

  /** Whether the runner stated what it was going to run. */
  boolean isPlanned() {
    return planned;
  }

  /** An attempt of a scenario began; false when that attempt is known already. */
  boolean begin(String scenario, String attempt) {
    if (!attempts.add(attempt)) {
      return false;
    }
    line(scenario).begun = true;
    return true;
  }

  /** Gives a scenario its state; false when it has one, which then stays. */
  boolean settle(String scenario, ScenarioResult result) {
    Line line = line(scenario);
    if (line.result != null) {
      contradictions.add("'" + result.name() + "' (" + result.location() + ") ended twice");
      return false;
    }
    line.result = result;
    return true;
  }

  /** The scenarios of the run that have no state yet. */
  List<String> open() {
    return lines.entrySet().stream()
        .filter(entry -> entry.getValue().counts() && entry.getValue().result == null)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The state of every scenario that has one, by file and line. */
  List<ScenarioResult> results() {
    return lines.values().stream().map(line -> line.result).filter(Objects::nonNull).toList();
  }

  /** How many scenarios have each status; those that none has are absent. */
  Map<Status, Long> counts() {
    Map<Status, Long> counts = new EnumMap<>(Status.class);
    results().forEach(result -> counts.merge(result.status(), 1L, Long::sum));
    return counts;
  }

  /** How many scenarios the runner planned. */
  int plannedCount() {
    return (int) lines.values().stream().filter(line -> line.planned).count();
  }

  /** What the runner said that cannot be, one line each; empty for a runner that works. */
  List<String> contradictions() {
    List<String> all = new ArrayList<>(contradictions);
    for (Line line : lines.values()) {
      ScenarioResult result = line.result;
      if (planned && !line.planned && result != null) {
        all.add("'" + result.name() + "' (" + result.location() + ") ran and was not planned");
      }
    }
    return all;
  }

  private Line line(String scenario) {
    return lines.computeIfAbsent(scenario, key -> new Line());
  }
}
