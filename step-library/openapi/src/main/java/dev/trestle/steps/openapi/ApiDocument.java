package dev.trestle.steps.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.trestle.protocol.ServiceDescription;
import dev.trestle.steps.core.ScenarioScope;
import dev.trestle.steps.core.StepFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A service's OpenAPI document of version 3, https://spec.openapis.org/oas/v3.1.0.html. */
final class ApiDocument {

  private static final YAMLMapper YAML = new YAMLMapper();
  private static final Map<Source, ApiDocument> READ = new ConcurrentHashMap<>();
  private static final int MOST_REFERENCES = 50;
  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

  private final JsonNode root;
  private final String basePath;
  private final List<Operation> operations;
  private final SchemaCheck schemas;

  /** A file as it was at a time. */
  private record Source(Path file, long modified) {}

  private ApiDocument(JsonNode root) {
    this.root = root;
    this.basePath = basePath(root.at("/servers/0/url").asText(""));
    this.operations = operations();
    this.schemas = new SchemaCheck(root);
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
      throw unreadable(file, e.toString()).causedBy(e);
    }
  }

  private static ApiDocument parse(Path file) throws IOException {
    JsonNode root = YAML.readTree(file.toFile());
    String version = root.path("openapi").asText("");
    if (!version.startsWith("3.")) {
      throw unreadable(file, "Its 'openapi' is '" + version + "'; version 3 is understood.");
    }
    return new ApiDocument(root);
  }

  private static StepFailure unreadable(Path file, String why) {
    return StepFailure.of("The OpenAPI document cannot be read.")
        .evidence(file + ": " + why)
        .fix("Correct the file, or x-trestle.openapi of the service in the Compose file.");
  }

  private static String basePath(String server) {
    String path = server.replaceFirst("^[a-z]+://[^/]+", "").replaceFirst("\\{.*", "");
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  private List<Operation> operations() {
    List<Operation> found = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : root.path("paths").properties()) {
      JsonNode item = resolve(path.getValue());
      for (Map.Entry<String, JsonNode> member : item.properties()) {
        if (METHODS.contains(member.getKey())) {
          found.add(
              Operation.of(
                  member.getKey(),
                  basePath + path.getKey(),
                  member.getValue(),
                  parameters(item, member.getValue())));
        }
      }
    }
    found.sort(Comparator.comparing(Operation::variables)); // A literal path wins.
    return List.copyOf(found);
  }

  /** The parameters of a path and of an operation, which replaces those of the same name. */
  private List<JsonNode> parameters(JsonNode item, JsonNode operation) {
    Map<String, JsonNode> all = new LinkedHashMap<>();
    for (JsonNode owner : List.of(item, operation)) {
      for (JsonNode parameter : owner.path("parameters")) {
        JsonNode resolved = resolve(parameter);
        all.put(resolved.path("in").asText() + " " + resolved.path("name").asText(), resolved);
      }
    }
    return List.copyOf(all.values());
  }

  /** The operation of an id, or of a method and a path such as {@code POST /carts}. */
  Operation operation(String written) {
    return operations.stream()
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
    return operations.stream().map(Operation::name).sorted().toList();
  }

  /** The operation that a request belongs to. */
  Optional<Operation> find(String method, String path) {
    return operations.stream().filter(operation -> operation.matches(method, path)).findFirst();
  }

  List<Operation> all() {
    return operations;
  }

  /** What a node is or, through references within the document, refers to. */
  JsonNode resolve(JsonNode node) {
    JsonNode found = node;
    for (int i = 0; i < MOST_REFERENCES && found.path("$ref").isTextual(); i++) {
      found = target(found.path("$ref").asText());
    }
    return found;
  }

  private JsonNode target(String reference) {
    JsonNode found = reference.startsWith("#/") ? root.at(reference.substring(1)) : null;
    if (found == null || found.isMissingNode()) {
      throw StepFailure.of("The OpenAPI document refers to '" + reference + "' in vain.")
          .evidence("References are followed within the document only.")
          .fix("Correct the reference, or bundle the document into one file.");
    }
    return found;
  }

  /** A schema with references followed and combinations in one. */
  FlatSchema flat(JsonNode schema) {
    return FlatSchema.of(schema, this);
  }

  /** What of a value does not fit a schema of this document. */
  List<String> violations(JsonNode schema, @Nullable JsonNode value) {
    return schemas.violations(schema, value);
  }

  /** The media type that a body is made for, JSON or else a form, and what is said of it. */
  static Optional<Map.Entry<String, JsonNode>> media(JsonNode content) {
    return content.properties().stream()
        .filter(type -> isJson(type.getKey()) || isForm(type.getKey()))
        .min(Comparator.comparing(type -> isForm(type.getKey())));
  }

  static boolean isForm(String mediaType) {
    return mediaType.startsWith("application/x-www-form-urlencoded");
  }

  static boolean isJson(String mediaType) {
    String plain = mediaType.split(";", 2)[0].strip();
    return "application/json".equals(plain) || plain.endsWith("+json");
  }

  /** An empty object. */
  static ObjectNode object() {
    return YAML.createObjectNode();
  }
}
