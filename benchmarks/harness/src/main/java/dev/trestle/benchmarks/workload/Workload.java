package dev.trestle.benchmarks.workload;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * N scenarios made from one: the feature that a stack's project shows, repeated with a name of its
 * own for each, in files of 100.
 *
 * @param head what stands above the scenario, once in each file
 * @param title the scenario's line, without a number
 * @param steps what stands below it
 */
public record Workload(String head, String title, String steps) {

  private static final String SCENARIO = "  Scenario: ";
  private static final int IN_A_FILE = 100;

  /** The workload of a feature with one scenario. */
  public static Workload of(String feature) {
    int start = feature.indexOf(SCENARIO);
    if (start < 0 || feature.indexOf(SCENARIO, start + 1) >= 0) {
      throw new IllegalArgumentException("A workload has exactly one scenario:\n" + feature);
    }
    int steps = feature.indexOf('\n', start) + 1;
    return new Workload(
        feature.substring(0, start),
        feature.substring(start, steps - 1),
        feature.substring(steps).stripTrailing() + "\n");
  }

  /** The files by name, with as many scenarios as asked for. */
  public Map<String, String> files(int scenarios) {
    Map<String, String> files = new LinkedHashMap<>();
    for (int first = 1; first <= scenarios; first += IN_A_FILE) {
      int last = Math.min(scenarios, first + IN_A_FILE - 1);
      String name = String.format(Locale.ROOT, "checkout-%03d.feature", files.size() + 1);
      files.put(name, file(files.size() + 1, first, last));
    }
    return files;
  }

  private String file(int number, int first, int last) {
    StringBuilder text =
        new StringBuilder(head.replaceFirst("(?m)^(Feature: .*)$", "$1 " + number));
    for (int scenario = first; scenario <= last; scenario++) {
      text.append(title).append(" (").append(scenario).append(")\n").append(steps);
      text.append(scenario < last ? "\n" : "");
    }
    return text.toString();
  }
}
