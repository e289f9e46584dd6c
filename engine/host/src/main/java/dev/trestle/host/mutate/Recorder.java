package dev.trestle.host.mutate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trestle.host.edge.Edge;
import dev.trestle.host.edge.PathTemplates;
import dev.trestle.protocol.Interaction;
import dev.trestle.protocol.ScenarioResult;
import dev.trestle.protocol.ScenarioResult.Status;
import dev.trestle.protocol.ScenarioTrace;
import dev.trestle.protocol.Secrets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes a recording of scenarios and their masked interactions. */
final class Recorder {

  private static final int LONGEST_SAMPLE = 8 * 1024;

  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  private final PathTemplates templates;
  private final List<Recording.Scenario> scenarios = new ArrayList<>();
  private final Map<Operation, Answers> answers = new TreeMap<>(Operation.ORDER);
  private final List<String> excluded = new ArrayList<>();

  private static final class Answers {
    private final AnswerFields fields = new AnswerFields();
    private @Nullable JsonNode first;
    private String contentType = "";
    private String sample = "";
    private boolean varies;
    private int count;
  }

  /**
   * A recording of nothing yet.
   *
   * @param templates names paths
   */
  Recorder(PathTemplates templates) {
    this.templates = templates;
  }

  /**
   * A scenario ended.
   *
   * @param result how it went
   * @param outage whether it had an outage, which touches whatever runs
   * @param interactions what it caused
   */
  synchronized void add(ScenarioResult result, boolean outage, List<Interaction> interactions) {
    String reason = reason(result, outage);
    if (!reason.isEmpty()) {
      excluded.add(result.name() + " (" + result.location() + "): " + reason);
      return;
    }
    Map<Operation, Integer> uses = new TreeMap<>(Operation.ORDER);
    for (Interaction interaction : interactions) {
      if (isAnswer(interaction)) {
        uses.merge(learn(interaction), 1, Integer::sum);
      }
    }
    scenarios.add(
        new Recording.Scenario(
            result.id(),
            result.name(),
            result.location(),
            result.millis(),
            uses.entrySet().stream()
                .map(use -> new Recording.Use(use.getKey(), use.getValue()))
                .toList()));
  }

  private static String reason(ScenarioResult result, boolean outage) {
    if (result.status() != Status.PASSED) {
      String step = result.step() == null ? "" : ", at " + result.step();
      return "it is " + result.status().name().toLowerCase(Locale.ROOT) + " without mutants" + step;
    }
    return outage ? "it has an outage, which touches whatever runs" : "";
  }

  /** The test looks at its own answers anyway, and what a fault changed is not the provider's. */
  private static boolean isAnswer(Interaction interaction) {
    return interaction.status() > 0
        && interaction.fault().isEmpty()
        && interaction.path().startsWith("/")
        && !interaction.consumer().isEmpty()
        && !interaction.consumer().equals(Edge.TEST);
  }

  private Operation learn(Interaction interaction) {
    int query = interaction.path().indexOf('?');
    String path = query < 0 ? interaction.path() : interaction.path().substring(0, query);
    Operation operation =
        new Operation(
            interaction.consumer(),
            interaction.provider(),
            interaction.method(),
            templates.of(interaction.provider(), interaction.method(), path, traceId(interaction)),
            interaction.status());
    Answers seen = answers.computeIfAbsent(operation, key -> new Answers());
    seen.count++;
    String type = interaction.responseHeaders().getOrDefault("content-type", "");
    JsonNode body = type.contains("json") ? json(interaction.responseBody()) : null;
    if (body != null) {
      learn(seen, type, body, interaction.responseBody());
    }
    return operation;
  }

  /** The trace id of the scenario, whose names may be in the path. */
  private static String traceId(Interaction interaction) {
    String[] parts = interaction.requestHeaders().getOrDefault("traceparent", "").split("-");
    return parts.length > 1 && ScenarioTrace.isOne(parts[1]) ? parts[1] : "";
  }

  private static void learn(Answers seen, String type, JsonNode body, String text) {
    seen.contentType = type;
    seen.fields.add(body);
    if (seen.first == null) {
      seen.first = body;
      boolean secret = text.contains(Secrets.MASK);
      seen.sample = text.length() <= LONGEST_SAMPLE && !secret ? text : "";
    } else {
      seen.varies = seen.varies || !seen.first.equals(body);
    }
  }

  private static @Nullable JsonNode json(String body) {
    try {
      JsonNode json = MAPPER.readTree(body);
      return json.isContainerNode() ? json : null;
    } catch (JsonProcessingException e) {
      return null;
    }
  }

  /** All of it. */
  synchronized Recording recording(Map<String, String> origin) {
    return new Recording(
        origin,
        List.copyOf(scenarios),
        answers.entrySet().stream()
            .map(
                answer ->
                    new Recording.Answer(
                        answer.getKey(),
                        answer.getValue().contentType,
                        answer.getValue().count,
                        answer.getValue().fields.all(),
                        answer.getValue().sample,
                        answer.getValue().varies))
            .toList(),
        List.copyOf(excluded));
  }
}
