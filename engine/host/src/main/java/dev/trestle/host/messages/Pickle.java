package dev.trestle.host.messages;

import java.util.List;

/**
 * A scenario as it is run, with its example's values.
 *
 * @param uri the feature file as Cucumber names it
 * @param feature the feature's name, empty when unknown
 * @param rule the rule's name, empty for none
 * @param name the scenario's name with the example's values in it
 * @param line the line of the scenario or of its example's row, 0 when unknown
 * @param examples the values of the example's row, empty for none
 * @param title rule, scenario, examples' name and row number, as JUnit XML names it
 * @param steps keyword and text of each step, secrets masked
 */
public record Pickle(
    String uri,
    String feature,
    String rule,
    String name,
    int line,
    List<String> examples,
    String title,
    List<String> steps) {

  /** Keeps unmodifiable copies. */
  public Pickle {
    examples = List.copyOf(examples);
    steps = List.copyOf(steps);
  }
}
