package dev.trestle.steps.core.allure;

import dev.trestle.protocol.ScenarioIdentities;
import dev.trestle.steps.core.internal.Locations;
import io.cucumber.messages.types.Envelope;
import io.cucumber.messages.types.Examples;
import io.cucumber.messages.types.FeatureChild;
import io.cucumber.messages.types.GherkinDocument;
import io.cucumber.messages.types.Pickle;
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

/** The ids of all scenarios of the features that Cucumber read, by place. */
final class Features {

  private final Map<String, Map<Long, ScenarioIds>> features = new ConcurrentHashMap<>();
  private final ScenarioIdentities identities = new ScenarioIdentities();
  private final Map<String, Node> nodes = new HashMap<>();
  private String document = "";

  /** A scenario or a row of examples in a feature file. */
  private record Node(long line, String rule, String name, List<String> examples) {}

  synchronized void learn(Envelope envelope) {
    envelope.getGherkinDocument().ifPresent(this::learn);
    envelope.getPickle().ifPresent(this::learn);
  }

  Optional<ScenarioIds> ids(URI feature, long line) {
    return Optional.ofNullable(features.getOrDefault(feature.toString(), Map.of()).get(line));
  }

  /** A file's scenarios follow it, so that only one file's nodes are kept. */
  private void learn(GherkinDocument read) {
    document = read.getUri().orElse("");
    nodes.clear();
    read.getFeature().ifPresent(feature -> feature.getChildren().forEach(this::add));
  }

  private void learn(Pickle pickle) {
    List<String> ids = pickle.getAstNodeIds();
    Node node = ids.isEmpty() ? null : nodes.get(ids.get(ids.size() - 1));
    if (node != null && pickle.getUri().equals(document)) {
      String file = Locations.file(URI.create(document));
      String identity = identities.next(file, node.rule, pickle.getName(), node.examples);
      features
          .computeIfAbsent(document, key -> new ConcurrentHashMap<>())
          .put(node.line, ScenarioIds.of(identity, file, node.rule, node.name));
    }
  }

  private void add(FeatureChild child) {
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

  private void add(String rule, Scenario scenario) {
    String name = scenario.getName();
    nodes.put(scenario.getId(), new Node(scenario.getLocation().getLine(), rule, name, List.of()));
    for (Examples examples : scenario.getExamples()) {
      for (TableRow row : examples.getTableBody()) {
        List<String> values = row.getCells().stream().map(TableCell::getValue).toList();
        nodes.put(row.getId(), new Node(row.getLocation().getLine(), rule, name, values));
      }
    }
  }
}
