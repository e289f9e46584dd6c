package dev.trestle.steps.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.trestle.contract.MediaTypes;
import dev.trestle.contract.Operation;
import dev.trestle.contract.Place;
import dev.trestle.steps.core.ScenarioScope;
import dev.trestle.steps.core.StepFailure;
import dev.trestle.steps.core.compare.Pair;
import dev.trestle.steps.core.exchange.Body;
import dev.trestle.steps.core.exchange.Exchange;
import dev.trestle.steps.core.exchange.RequestSender;
import dev.trestle.steps.core.json.WrittenValue;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * A call of an operation.
 *
 * @param document the service's document
 * @param operation the operation
 * @param service the service's name
 * @param data what the call carries
 */
record OperationCall(ApiDocument document, Operation operation, String service, CallData data) {

  /** Numbers stay as they are written: 100.00 does not become 1E+2. */
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private static final String ABSENT = "<absent>";

  /** A call with generated valid data, in which the values of a table replace others. */
  static OperationCall of(String written, String service, List<Pair> values, ScenarioScope scope) {
    String name = scope.resolve(service);
    ApiDocument document = ApiDocument.of(name, scope);
    Operation operation = document.operation(scope.resolve(written));
    ValidData valid = new ValidData(document, scope);
    CallData data = new CallData(parameters(operation, valid), body(document, operation, valid));
    if (values.isEmpty()) {
      new OperationCall(document, operation, name, data).mustFit();
    }
    for (Pair row : values) {
      data = replaced(operation, data, scope.resolve(row.name()), row.value(), scope);
    }
    return new OperationCall(document, operation, name, data);
  }

  /** Fails when the body is not one that the document describes. */
  void mustFit() {
    List<String> violations =
        data.body().isMissingNode()
            ? List.of()
            : media()
                .map(media -> document.violations(media.getValue().path("schema"), data.body()))
                .orElse(List.of());
    if (!violations.isEmpty()) {
      throw StepFailure.of("The data for a valid call of '" + operation.name() + "' is not valid.")
          .evidence(data.body() + "\n- " + String.join("\n- ", violations))
          .fix("Give an example in the OpenAPI document, or the values in the step's table.");
    }
  }

  private static Map<String, JsonNode> parameters(Operation operation, ValidData valid) {
    Map<String, JsonNode> values = new LinkedHashMap<>();
    for (Place place : operation.parameters()) {
      JsonNode parameter = place.node();
      if (parameter.path("required").asBoolean()) {
        String name = parameter.path("name").asText();
        JsonNode example = parameter.path("example");
        values.put(
            name, example.isMissingNode() ? valid.of(parameter.path("schema"), name) : example);
      }
    }
    return values;
  }

  private static JsonNode body(ApiDocument document, Operation operation, ValidData valid) {
    JsonNode request = document.requestBody(operation);
    Optional<Map.Entry<String, JsonNode>> media = ApiDocument.media(request.path("content"));
    if (media.isPresent()) {
      JsonNode example = media.get().getValue().path("example");
      return example.isMissingNode()
          ? valid.of(media.get().getValue().path("schema"), "body")
          : example;
    }
    if (request.path("required").asBoolean()) {
      throw StepFailure.of("No body can be generated for '" + operation.name() + "'.")
          .evidence("Its document describes neither JSON nor a form for it.")
          .fix("Send it with a step such as: When I send POST \"/…\" to \"…\" with the file \"…\"");
    }
    return JsonNodeFactory.instance.missingNode();
  }

  private static CallData replaced(
      Operation operation, CallData data, String name, String written, ScenarioScope scope) {
    JsonNode value = ABSENT.equals(written) ? null : value(written, scope);
    boolean parameter = operation.parameters().stream().anyMatch(p -> p.text("name").equals(name));
    return parameter
        ? data.with(name, value)
        : data.withBody(BodyPath.of(name).with(data.body(), value));
  }

  private static JsonNode value(String written, ScenarioScope scope) {
    try {
      return MAPPER.readTree(WrittenValue.json(written, scope));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A written value is always JSON.", e);
    }
  }

  /** The same call with other data. */
  OperationCall with(CallData other) {
    return new OperationCall(document, operation, service, other);
  }

  /** The media type of its body and what the document says of it, when that is JSON or a form. */
  Optional<Map.Entry<String, JsonNode>> media() {
    JsonNode request = document.requestBody(operation);
    return ApiDocument.media(request.path("content"));
  }

  /** Whether the document requires a body. */
  boolean isBodyRequired() {
    JsonNode request = document.requestBody(operation);
    return request.path("required").asBoolean();
  }

  /** Whether its body is a form, in which every value is a text. */
  boolean isForm() {
    return media().filter(media -> MediaTypes.isForm(media.getKey())).isPresent();
  }

  /** Sends it as a request of the scenario. */
  Exchange send() {
    String path = operation.path();
    List<Pair> query = new ArrayList<>();
    List<Pair> headers = new ArrayList<>();
    List<String> cookies = new ArrayList<>();
    for (Place place : operation.parameters()) {
      JsonNode parameter = place.node();
      String name = parameter.path("name").asText();
      JsonNode value = data.parameters().get(name);
      if (value != null) {
        switch (parameter.path("in").asText()) {
          case "path" -> path = path.replace("{" + name + "}", encoded(text(value)));
          case "query" -> query.addAll(pairs(name, value));
          case "header" -> headers.add(new Pair(name, text(value)));
          default -> cookies.add(name + "=" + text(value));
        }
      }
    }
    if (!cookies.isEmpty()) {
      headers.add(new Pair("Cookie", String.join("; ", cookies)));
    }
    return RequestSender.find()
        .send(new RequestSender.Call(operation.method(), path, service, query, headers, content()));
  }

  private Body content() {
    String type = media().map(Map.Entry::getKey).orElse("application/json");
    if (data.body().isMissingNode()) {
      return isBodyRequired() ? new Body(new byte[0], type) : Body.NONE;
    }
    String text = isForm() ? form() : data.body().toString();
    return new Body(text.getBytes(StandardCharsets.UTF_8), type);
  }

  private String form() {
    return data.body().properties().stream()
        .flatMap(member -> pairs(member.getKey(), member.getValue()).stream())
        .map(pair -> encoded(pair.name()) + "=" + encoded(pair.value()))
        .collect(Collectors.joining("&"));
  }

  /** A list is repeated, as the style {@code form} has it. */
  private static List<Pair> pairs(String name, JsonNode value) {
    return value.isArray()
        ? StreamSupport.stream(value.spliterator(), false)
            .map(item -> new Pair(name, text(item)))
            .toList()
        : List.of(new Pair(name, text(value)));
  }

  private static String text(JsonNode value) {
    return value.isValueNode() ? value.asText() : value.toString();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
