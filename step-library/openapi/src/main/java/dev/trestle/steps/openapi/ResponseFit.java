package dev.trestle.steps.openapi;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.trestle.contract.MediaTypes;
import dev.trestle.contract.Operation;
import dev.trestle.contract.Place;
import dev.trestle.steps.core.ScenarioScope;
import dev.trestle.steps.core.exchange.Exchange;
import dev.trestle.steps.core.exchange.LastResponse;
import dev.trestle.steps.core.exchange.ReceivedResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a response is one that its service's document describes.
 *
 * @param response the response
 * @param document the document
 */
record ResponseFit(ReceivedResponse response, ApiDocument document) {

  /** Numbers stay as they are written: 100.00 does not become 1E+2. */
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  static ResponseFit of(ReceivedResponse response, ApiDocument document) {
    return new ResponseFit(response, document);
  }

  /** The last response of a scenario. */
  static ResponseFit ofLast(ScenarioScope scope) {
    ReceivedResponse last = LastResponse.of(scope).get();
    String service = last.exchange().request().target().written();
    return new ResponseFit(last, ApiDocument.of(service, scope));
  }

  /** Fails with all that does not fit. */
  void check() {
    List<String> problems = problems();
    if (!problems.isEmpty()) {
      throw response.failure(
          "The response does not fit the OpenAPI document of '"
              + response.exchange().request().target().written()
              + "':"
              + String.join("", problems.stream().map(line -> "\n- " + line).toList()));
    }
  }

  /** All that does not fit, empty when it fits. */
  List<String> problems() {
    Exchange exchange = response.exchange();
    String method = exchange.request().method();
    String path = exchange.request().path().split("\\?", 2)[0];
    Optional<Operation> operation = document.find(method, path);
    if (operation.isEmpty()) {
      return List.of("the document has no operation " + method + " " + path);
    }
    Optional<Place> described = document.response(operation.get(), exchange.status());
    if (described.isEmpty()) {
      return List.of(
          "the document does not name the status "
              + exchange.status()
              + " for "
              + operation.get().name()
              + ", but "
              + String.join(", ", names(operation.get().place().at("responses"))));
    }
    List<String> problems = new ArrayList<>(headers(described.get().node()));
    problems.addAll(body(described.get().at("content"), method));
    return problems;
  }

  private static Set<String> names(Place place) {
    return place.members().keySet();
  }

  private List<String> headers(JsonNode described) {
    return described.path("headers").properties().stream()
        .filter(header -> document.resolve(header.getValue()).path("required").asBoolean())
        .filter(header -> response.exchange().header(header.getKey()).isEmpty())
        .map(header -> "the required header '" + header.getKey() + "' is missing")
        .toList();
  }

  private List<String> body(Place content, String method) {
    Exchange exchange = response.exchange();
    if (content.node().isEmpty() || "HEAD".equals(method)) {
      return exchange.body().isEmpty()
          ? List.of()
          : List.of("there is a body, and the document describes none");
    }
    String type = MediaTypes.plain(exchange.header("Content-Type"));
    Optional<Place> media = MediaTypes.find(content, type);
    if (media.isEmpty()) {
      return List.of(
          "the content type is '" + type + "', not one of " + String.join(", ", names(content)));
    }
    JsonNode schema = media.get().node().path("schema");
    if (!MediaTypes.isJson(type) || schema.isMissingNode()) {
      return List.of();
    }
    JsonNode json = MAPPER.valueToTree(response.document().document());
    return document.violations(schema, json);
  }
}
