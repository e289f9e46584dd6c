package dev.trestle.host.report;

import static java.util.Comparator.naturalOrder;

import com.fasterxml.jackson.core.JsonParser;
import dev.trestle.host.messages.JsonWalk;
import io.qameta.allure.allure2.Allure2Plugin;
import io.qameta.allure.entity.Attachment;
import io.qameta.allure.entity.Label;
import io.qameta.allure.entity.LabelName;
import io.qameta.allure.entity.Link;
import io.qameta.allure.entity.Parameter;
import io.qameta.allure.entity.StageResult;
import io.qameta.allure.entity.Status;
import io.qameta.allure.entity.Step;
import io.qameta.allure.entity.TestResult;
import io.qameta.allure.entity.Time;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A scenario, step or fixture of Allure's result files as it is read, in the format's fields that
 * Allure's own reader knows.
 */
final class ResultNode {

  /** Labels' values and steps' names repeat; the report's data are held until its end. */
  private static final int MOST_SHARED = 10_000;

  private final JsonParser json;
  private final Evidence evidence;
  private final Map<String, String> shared;
  private final List<Step> steps = new ArrayList<>();
  private final List<Attachment> attachments = new ArrayList<>();
  private final List<Parameter> parameters = new ArrayList<>();
  private final List<Label> labels = new ArrayList<>();
  private final List<Link> links = new ArrayList<>();
  private @Nullable String uuid;
  private @Nullable String historyId;
  private @Nullable String fullName;
  private @Nullable String name;
  private @Nullable String description;
  private @Nullable String descriptionHtml;
  private @Nullable String message;
  private @Nullable String trace;
  private @Nullable Long start;
  private @Nullable Long stop;
  private Status status = Status.UNKNOWN;
  private boolean flaky;

  private ResultNode(JsonParser json, Evidence evidence, Map<String, String> shared) {
    this.json = json;
    this.evidence = evidence;
    this.shared = shared;
  }

  /** Takes the evidence that a result names. */
  interface Evidence {

    /** Makes an attachment of the report of a result's attachment. */
    Attachment take(@Nullable String name, String source, @Nullable String type);
  }

  /** Texts that several results share. */
  static Map<String, String> sharing() {
    return new ConcurrentHashMap<>();
  }

  /** Reads the object at which the parser stands. */
  static ResultNode read(JsonParser json, Evidence evidence, Map<String, String> shared)
      throws IOException {
    ResultNode node = new ResultNode(json, evidence, shared);
    JsonWalk.object(json, node::field);
    return node;
  }

  private void field(String field) throws IOException {
    switch (field) {
      case "uuid" -> uuid = json.getValueAsString();
      case "historyId" -> historyId = json.getValueAsString();
      case "fullName" -> fullName = json.getValueAsString();
      case "name" -> name = shared(json.getValueAsString());
      case "description" -> description = shared(json.getValueAsString());
      case "descriptionHtml" -> descriptionHtml = shared(json.getValueAsString());
      case "status" -> status = status(JsonWalk.text(json));
      case "statusDetails" -> JsonWalk.object(json, this::detail);
      case "start" -> start = number();
      case "stop" -> stop = number();
      case "steps" -> JsonWalk.array(json, () -> steps.add(read(json, evidence, shared).step()));
      case "attachments" -> JsonWalk.array(json, this::attachment);
      case "parameters" -> JsonWalk.array(json, this::parameter);
      case "labels" -> JsonWalk.array(json, () -> labels.add(label()));
      case "links" -> JsonWalk.array(json, () -> links.add(link()));
      default -> {}
    }
  }

  private void detail(String field) throws IOException {
    switch (field) {
      case "message" -> message = json.getValueAsString();
      case "trace" -> trace = json.getValueAsString();
      case "flaky" -> flaky = json.getValueAsBoolean();
      default -> {}
    }
  }

  private void attachment() throws IOException {
    Map<String, String> fields = fields();
    String source = fields.get("source");
    if (source != null) {
      attachments.add(evidence.take(fields.get("name"), source, fields.get("type")));
    }
  }

  private void parameter() throws IOException {
    Map<String, String> fields = fields();
    String mode = String.valueOf(fields.get("mode")).toLowerCase(Locale.ROOT);
    if (!mode.equals("hidden")) {
      String value = mode.equals("masked") ? "******" : fields.get("value");
      parameters.add(new Parameter().setName(fields.get("name")).setValue(value));
    }
  }

  private Label label() throws IOException {
    Map<String, String> fields = fields();
    return new Label().setName(fields.get("name")).setValue(fields.get("value"));
  }

  private Link link() throws IOException {
    Map<String, String> fields = fields();
    return new Link()
        .setName(fields.get("name"))
        .setType(fields.get("type"))
        .setUrl(fields.get("url"));
  }

  private Map<String, String> fields() throws IOException {
    Map<String, String> fields = new HashMap<>();
    JsonWalk.object(json, field -> fields.put(field, shared(json.getValueAsString())));
    return fields;
  }

  private @Nullable Long number() throws IOException {
    return json.currentToken().isNumeric() ? json.getLongValue() : null;
  }

  private @Nullable String shared(@Nullable String text) {
    if (text == null || shared.size() > MOST_SHARED) {
      return text;
    }
    String known = shared.putIfAbsent(text, text);
    return known == null ? text : known;
  }

  private static Status status(String name) {
    for (Status status : Status.values()) {
      if (status.value().equalsIgnoreCase(name)) {
        return status;
      }
    }
    return Status.UNKNOWN;
  }

  /** The result's identity in its run, empty for none. */
  String uuid() {
    return uuid == null ? "" : uuid;
  }

  /** The node as a step. */
  Step step() {
    return new Step()
        .setName(name)
        .setStatus(status)
        .setStatusMessage(message)
        .setStatusTrace(trace)
        .setTime(Time.create(start, stop))
        .setSteps(steps)
        .setAttachments(attachments)
        .setParameters(parameters);
  }

  /** The node as a fixture. */
  StageResult fixture() {
    return stage().setName(name).setTime(Time.create(start, stop)).setParameters(parameters);
  }

  /** What is shown of a scenario besides its result; null when there is nothing. */
  @Nullable StageResult testStage() {
    return steps.isEmpty() && attachments.isEmpty() ? null : stage();
  }

  private StageResult stage() {
    return new StageResult()
        .setSteps(steps)
        .setAttachments(attachments)
        .setStatus(status)
        .setStatusMessage(message)
        .setStatusTrace(trace)
        .setDescription(description)
        .setDescriptionHtml(descriptionHtml);
  }

  /** The node as a scenario's result without its steps. */
  TestResult result(String uid) {
    TestResult result = new TestResult();
    result.setUid(uid);
    result.setHistoryId(historyId);
    result.setFullName(fullName);
    result.setName(name != null ? name : fullName != null ? fullName : "Unknown test");
    result.setTime(Time.create(start, stop));
    result.setDescription(description);
    result.setDescriptionHtml(descriptionHtml);
    result.setStatus(status);
    result.setStatusMessage(message);
    result.setStatusTrace(trace);
    result.setFlaky(flaky);
    result.setLinks(links);
    result.setLabels(labels);
    result.setParameters(sortedParameters());
    result.addLabelIfNotExists(LabelName.RESULT_FORMAT, Allure2Plugin.ALLURE2_RESULTS_FORMAT);
    return result;
  }

  /** As Allure shows a scenario's parameters: by name, each once. */
  private List<Parameter> sortedParameters() {
    return parameters.stream()
        .sorted(
            Comparator.comparing(Parameter::getName, Comparator.nullsFirst(naturalOrder()))
                .thenComparing(Parameter::getValue, Comparator.nullsFirst(naturalOrder())))
        .distinct()
        .collect(Collectors.toCollection(ArrayList::new));
  }
}
