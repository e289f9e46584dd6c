package dev.trestle.host.messages;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a scenario's message lacks and its feature file's message has. */
final class FeatureDocument {

  /**
   * A scenario or a row of its examples.
   *
   * @param rule the rule's name, empty for none
   * @param scenario the scenario's name as written
   * @param title the names of everything above it and its own
   * @param line the line
   * @param examples the row's values, empty for a scenario
   */
  record Place(String rule, String scenario, String title, int line, List<String> examples) {

    /** The title of the scenario with the row's values in its name. */
    String title(String pickleName) {
      boolean inserted = !examples.isEmpty() && !scenario.equals(pickleName);
      return inserted ? title + ": " + pickleName : title;
    }
  }

  private static final Place NOWHERE = new Place("", "", "", 0, List.of());

  private final Map<String, Place> places = new HashMap<>();
  private final Map<String, String> keywords = new HashMap<>();
  private String name = "";

  String name() {
    return name;
  }

  void name(String feature) {
    this.name = feature;
  }

  void keyword(String stepId, String keyword) {
    keywords.put(stepId, keyword);
  }

  String keyword(String stepId) {
    return keywords.getOrDefault(stepId, "");
  }

  void add(String rule, ScenarioNode scenario) {
    String above = join(rule, scenario.name);
    places.put(scenario.id, new Place(rule, scenario.name, above, scenario.line, List.of()));
    for (int table = 0; table < scenario.examples.size(); table++) {
      ExamplesNode examples = scenario.examples.get(table);
      for (int row = 0; row < examples.rows.size(); row++) {
        RowNode node = examples.rows.get(row);
        String title = join(above, examples.name, "#" + (table + 1) + "." + (row + 1));
        places.put(node.id, new Place(rule, scenario.name, title, node.line, node.cells));
      }
    }
  }

  /** The place of a scenario by the nodes that it was made from; the last one says most. */
  Place place(List<String> nodeIds) {
    return nodeIds.isEmpty()
        ? NOWHERE
        : places.getOrDefault(nodeIds.get(nodeIds.size() - 1), NOWHERE);
  }

  private static String join(String... parts) {
    return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(" - "));
  }

  /** A scenario in a feature file. */
  record ScenarioNode(String id, String name, int line, List<ExamplesNode> examples) {}

  /** A table of examples. */
  record ExamplesNode(String name, List<RowNode> rows) {}

  /** A row of examples. */
  record RowNode(String id, int line, List<String> cells) {}
}
