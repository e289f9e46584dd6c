package dev.trestle.steps.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trestle.contract.DocumentException;
import dev.trestle.contract.MediaTypes;
import dev.trestle.contract.OpenApi;
import dev.trestle.contract.Operation;
import dev.trestle.contract.Place;
import dev.trestle.protocol.ServiceDescription;
import dev.trestle.steps.core.ScenarioScope;
import dev.trestle.steps.core.StepFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A service's OpenAPI document of version 3, https://spec.openapis.org/oas/v3.1.0.html. */
final class ApiDocument {

  private static final Map<Source, ApiDocument> READ = new ConcurrentHashMap<>();

  private final OpenApi api;

  /** A file as it was at a time. */
  private record Source(Path file, long modified) {}

  private ApiDocument(OpenApi api) {
    this.api = api;
  }

  /** The document that the Compose file names for a service. */
  static ApiDocument of(String service, ScenarioScope scope) {
    String file =
        scope
            .environment()
            .service(service)
            .map(found -> found.properties().getOrDefault(ServiceDescription.OPENAPI, ""))
            .orElse("");
    if (file.isEmpty()) {
      scope.address(service); // An unknown service has a message of its own.
      throw StepFailure.of("Service '" + service + "' has no OpenAPI document.")
          .evidence("The Compose file names none for it.")
          .fix("Name it as services." + service + ".x-trestle.openapi in the Compose file.");
    }
    return read(Path.of(file));
  }

  /** Reads a document, once until it changes. */
  static ApiDocument read(Path file) {
    try {
      Source source = new Source(file, Files.getLastModifiedTime(file).toMillis());
      ApiDocument known = READ.get(source);
      if (known == null) {
        known = parse(file);
        READ.put(source, known);
      }
      return known;
    } catch (IOException e) {
      throw StepFailure.of("The OpenAPI document cannot be read.")
          .evidence(file + ": " + e)
          .fix("Correct the file, or x-trestle.openapi of the service in the Compose file.")
          .causedBy(e);
    }
  }

  private static ApiDocument parse(Path file) {
    return told(() -> new ApiDocument(OpenApi.read(file)));
  }

  private static <T> T told(Supplier<T> work) {
    try {
      return work.get();
    } catch (DocumentException e) {
      throw StepFailure.of(e.what())
          .evidence(e.file() + ": " + e.evidence())
          .fix(e.fix())
          .causedBy(e);
    }
  }

  /** The operation of an id, or of a method and a path such as {@code POST /carts}. */
  Operation operation(String written) {
    return api.operations().stream()
        .filter(operation -> operation.isNamed(written))
        .findFirst()
        .orElseThrow(
            () ->
                StepFailure.of("The OpenAPI document has no operation '" + written + "'.")
                    .evidence("It has: " + String.join(", ", names()) + ".")
                    .fix(
                        "Correct the name in the step; it is an operationId, or method and path."));
  }

  private List<String> names() {
    return api.operations().stream().map(Operation::name).sorted().toList();
  }

  /** The operation that a request belongs to. */
  Optional<Operation> find(String method, String path) {
    return api.find(method, path);
  }

  List<Operation> all() {
    return api.operations();
  }

  /** What a node is or, through references within the document, refers to. */
  JsonNode resolve(JsonNode node) {
    return told(() -> api.resolve(new Place(node, "")).node());
  }

  /** What an operation says of its request's body; nothing when it says nothing. */
  JsonNode requestBody(Operation operation) {
    return told(() -> api.requestBody(operation).node());
  }

  /** What an operation says of an answer with a status. */
  Optional<Place> response(Operation operation, int status) {
    return told(() -> api.response(operation, status));
  }

  /** A schema with references followed and combinations in one. */
  FlatSchema flat(JsonNode schema) {
    return FlatSchema.of(schema, this);
  }

  /** What of a value does not fit a schema of this document. */
  List<String> violations(JsonNode schema, @Nullable JsonNode value) {
    JsonNode checked = value == null ? JsonNodeFactory.instance.nullNode() : value;
    return told(() -> api.messages(schema, checked));
  }

  /** The media type that a body is made for, JSON or else a form, and what is said of it. */
  static Optional<Map.Entry<String, JsonNode>> media(JsonNode content) {
    return content.properties().stream()
        .filter(type -> MediaTypes.isJson(type.getKey()) || MediaTypes.isForm(type.getKey()))
        .min(Comparator.comparing(type -> MediaTypes.isForm(type.getKey())));
  }

  /** An empty object. */
  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
