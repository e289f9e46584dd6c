package dev.trestle.maven;

import dev.trestle.protocol.ScenarioResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compares how the same scenarios went in two runtimes. */
final class Parity {

  private static final String NOT_RUN = "not run";

  private Parity() {}

  /**
   * The differences, each as a line that names the scenario.
   *
   * @param containers the results in containers
   * @param processes the results in local processes
   */
  static List<String> differences(List<ScenarioResult> containers, List<ScenarioResult> processes) {
    Map<String, ScenarioResult> others = byId(processes);
    List<String> differences = new ArrayList<>();
    byId(containers)
        .forEach(
            (id, result) -> {
              @Nullable ScenarioResult other = others.remove(id);
              if (other == null || other.status() != result.status()) {
                differences.add(line(result, text(result), text(other)));
              }
            });
    others.values().forEach(other -> differences.add(line(other, NOT_RUN, text(other))));
    return differences;
  }

  private static Map<String, ScenarioResult> byId(List<ScenarioResult> results) {
    Map<String, ScenarioResult> byId = new LinkedHashMap<>();
    results.forEach(result -> byId.put(result.id(), result));
    return byId;
  }

  private static String text(@Nullable ScenarioResult result) {
    return result == null ? NOT_RUN : result.status().name().toLowerCase(Locale.ROOT);
  }

  private static String line(ScenarioResult scenario, String inContainers, String inProcesses) {
    return "%s (%s): %s in containers, %s in processes"
        .formatted(scenario.name(), scenario.location(), inContainers, inProcesses);
  }
}
