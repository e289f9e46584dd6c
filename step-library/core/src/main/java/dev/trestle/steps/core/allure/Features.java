package dev.trestle.steps.core.allure;

import dev.trestle.steps.core.internal.Locations;
import io.cucumber.messages.types.Envelope;
import io.cucumber.messages.types.Examples;
import io.cucumber.messages.types.FeatureChild;
import io.cucumber.messages.types.GherkinDocument;
import io.cucumber.messages.types.RuleChild;
import io.cucumber.messages.types.Scenario;
import io.cucumber.messages.types.TableCell;
import io.cucumber.messages.types.TableRow;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The identities of all scenarios of the features that Cucumber read, by place. */
final class Features {

  private final Map<String, Map<Long, ScenarioIdentity>> features = new ConcurrentHashMap<>();

  void learn(Envelope envelope) {
    envelope.getGherkinDocument().ifPresent(this::learn);
  }

  Optional<ScenarioIdentity> identity(URI feature, long line) {
    return Optional.ofNullable(features.getOrDefault(feature.toString(), Map.of()).get(line));
  }

  private void learn(GherkinDocument document) {
    String uri = document.getUri().orElse("");
    document
        .getFeature()
        .ifPresent(f -> features.put(uri, new Reader(uri).read(f.getChildren()).identities));
  }

  /** Reads one feature; where identities meet, later ones are counted. */
  private static final class Reader {

    private final String file;
    private final Map<Long, ScenarioIdentity> identities = new HashMap<>();
    private final Map<ScenarioIdentity, Integer> seen = new HashMap<>();

    Reader(String uri) {
      this.file = Locations.file(URI.create(uri));
    }

    Reader read(List<FeatureChild> children) {
      for (FeatureChild child : children) {
        child.getScenario().ifPresent(scenario -> add("", scenario));
        child
            .getRule()
            .ifPresent(
                rule -> {
                  for (RuleChild inner : rule.getChildren()) {
                    inner.getScenario().ifPresent(scenario -> add(rule.getName(), scenario));
                  }
                });
      }
      return this;
    }

    private void add(String rule, Scenario scenario) {
      if (scenario.getExamples().isEmpty()) {
        add(scenario.getLocation().getLine(), rule, scenario.getName(), "");
      }
      for (Examples examples : scenario.getExamples()) {
        for (TableRow row : examples.getTableBody()) {
          add(row.getLocation().getLine(), rule, scenario.getName(), example(examples, row));
        }
      }
    }

    private void add(long line, String rule, String name, String example) {
      ScenarioIdentity first = new ScenarioIdentity(file, rule, name, example, 1);
      int occurrence = seen.merge(first, 1, Integer::sum);
      identities.put(line, new ScenarioIdentity(file, rule, name, example, occurrence));
    }

    private static String example(Examples examples, TableRow row) {
      List<TableCell> names = examples.getTableHeader().map(TableRow::getCells).orElse(List.of());
      StringBuilder example = new StringBuilder();
      for (int i = 0; i < row.getCells().size(); i++) {
        String name = i < names.size() ? names.get(i).getValue() : String.valueOf(i);
        example.append(name).append('=').append(row.getCells().get(i).getValue()).append('\n');
      }
      return example.toString();
    }
  }
}
