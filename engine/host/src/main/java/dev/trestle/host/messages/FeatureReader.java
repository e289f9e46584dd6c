package dev.trestle.host.messages;

import com.fasterxml.jackson.core.JsonParser;
import dev.trestle.host.messages.FeatureDocument.ExamplesNode;
import dev.trestle.host.messages.FeatureDocument.RowNode;
import dev.trestle.host.messages.FeatureDocument.ScenarioNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads the message of one feature file, whatever the order of its fields. */
final class FeatureReader {

  private final JsonParser json;
  private final FeatureDocument document = new FeatureDocument();
  private String id = "";
  private String name = "";
  private String keyword = "";
  private int line;

  FeatureReader(JsonParser json) {
    this.json = json;
  }

  /** Reads the feature at which the parser stands. */
  FeatureDocument read() throws IOException {
    List<ScenarioNode> scenarios = new ArrayList<>();
    JsonWalk.object(
        json,
        field -> {
          switch (field) {
            case "name" -> document.name(JsonWalk.text(json));
            case "children" -> children(scenarios);
            default -> {}
          }
        });
    scenarios.forEach(scenario -> document.add("", scenario));
    return document;
  }

  private void children(List<ScenarioNode> scenarios) throws IOException {
    JsonWalk.array(json, () -> JsonWalk.object(json, kind -> child(kind, scenarios)));
  }

  private void child(String kind, List<ScenarioNode> scenarios) throws IOException {
    switch (kind) {
      case "scenario" -> scenarios.add(scenario());
      case "background" -> scenario();
      case "rule" -> rule();
      default -> {}
    }
  }

  private void rule() throws IOException {
    List<ScenarioNode> scenarios = new ArrayList<>();
    String[] rule = {""};
    JsonWalk.object(
        json,
        field -> {
          switch (field) {
            case "name" -> rule[0] = JsonWalk.text(json);
            case "children" -> children(scenarios);
            default -> {}
          }
        });
    scenarios.forEach(scenario -> document.add(rule[0], scenario));
  }

  private ScenarioNode scenario() throws IOException {
    List<ExamplesNode> examples = new ArrayList<>();
    String[] own = {"", ""};
    int[] at = {0};
    JsonWalk.object(
        json,
        field -> {
          switch (field) {
            case "id" -> own[0] = JsonWalk.text(json);
            case "name" -> own[1] = JsonWalk.text(json);
            case "location" -> at[0] = line();
            case "steps" -> JsonWalk.array(json, this::step);
            case "examples" -> JsonWalk.array(json, () -> examples.add(examples()));
            default -> {}
          }
        });
    return new ScenarioNode(own[0], own[1], at[0], examples);
  }

  private void step() throws IOException {
    id = "";
    keyword = "";
    JsonWalk.object(
        json,
        field -> {
          switch (field) {
            case "id" -> id = JsonWalk.text(json);
            case "keyword" -> keyword = JsonWalk.text(json).intern();
            default -> {}
          }
        });
    document.keyword(id, keyword);
  }

  private ExamplesNode examples() throws IOException {
    List<RowNode> rows = new ArrayList<>();
    name = "";
    JsonWalk.object(
        json,
        field -> {
          switch (field) {
            case "name" -> name = JsonWalk.text(json);
            case "tableBody" -> JsonWalk.array(json, () -> rows.add(row()));
            default -> {}
          }
        });
    return new ExamplesNode(name, rows);
  }

  private RowNode row() throws IOException {
    List<String> cells = new ArrayList<>();
    id = "";
    line = 0;
    JsonWalk.object(
        json,
        field -> {
          switch (field) {
            case "id" -> id = JsonWalk.text(json);
            case "location" -> line = line();
            case "cells" -> JsonWalk.array(json, () -> cells.add(cell()));
            default -> {}
          }
        });
    return new RowNode(id, line, cells);
  }

  private String cell() throws IOException {
    String[] value = {""};
    JsonWalk.object(
        json,
        field -> {
          if (field.equals("value")) {
            value[0] = JsonWalk.text(json);
          }
        });
    return value[0];
  }

  private int line() throws IOException {
    int[] found = {0};
    JsonWalk.object(
        json,
        field -> {
          if (field.equals("line")) {
            found[0] = json.getValueAsInt();
          }
        });
    return found[0];
  }
}
