package dev.trestle.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An OpenAPI document of version 3.0 or 3.1, https://spec.openapis.org/oas/v3.1.0.html. Safe for
 * use by many threads.
 */
public final class OpenApi {

  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

  private final Document document;
  private final List<Operation> operations;
  private final Schemas schemas;

  private OpenApi(Document document) {
    JsonNode root = document.root();
    this.document = document;
    this.operations = read();
    boolean old = root.path("openapi").asText("").startsWith("3.0");
    this.schemas = new Schemas(document, old ? Dialect.OPENAPI_30 : Dialect.OPENAPI_31);
  }

  /**
   * Reads a document.
   *
   * @throws DocumentException when it is none
   */
  public static OpenApi read(Path file) {
    Document document = Document.read(file, "OpenAPI");
    String version = document.root().path("openapi").asText("");
    if (!version.startsWith("3.")) {
      throw document.unreadable("Its 'openapi' is '" + version + "'; version 3 is understood.");
    }
    return new OpenApi(document);
  }

  /** Of all servers, since a service may be called past the gateway that is named first. */
  private List<String> basePaths(Place item, Place operation) {
    JsonNode servers =
        Stream.of(operation.node(), item.node(), document.root())
            .map(owner -> owner.path("servers"))
            .filter(named -> !named.isEmpty())
            .findFirst()
            .orElse(MissingNode.getInstance());
    if (servers.isEmpty()) {
      return List.of("");
    }
    List<String> all = new ArrayList<>();
    servers.forEach(server -> all.add(basePath(server)));
    return List.copyOf(all);
  }

  private static String basePath(JsonNode server) {
    String url = server.path("url").asText("");
    for (Map.Entry<String, JsonNode> variable : server.path("variables").properties()) {
      String value = variable.getValue().path("default").asText("");
      url = url.replace("{" + variable.getKey() + "}", value);
    }
    String path = url.replaceFirst("^[A-Za-z]+://[^/]*", "").replaceFirst("\\{.*", "");
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  private List<Operation> read() {
    List<Operation> found = new ArrayList<>();
    document
        .at("paths")
        .members()
        .forEach(
            (path, place) -> {
              Place item = document.resolve(place);
              item.members()
                  .forEach(
                      (method, operation) -> {
                        if (METHODS.contains(method)) {
                          found.add(
                              Operation.of(
                                  method,
                                  basePaths(item, operation),
                                  path,
                                  operation,
                                  parameters(item, operation)));
                        }
                      });
            });
    found.sort(
        Comparator.comparing((Operation operation) -> operation.variables().size())
            .thenComparing(operation -> -operation.path().indexOf('{'))
            .thenComparing(operation -> -operation.path().length())); // A literal wins.
    return List.copyOf(found);
  }

  /** The parameters of a path and of an operation, which replaces those of the same name. */
  private List<Place> parameters(Place item, Place operation) {
    Map<String, Place> all = new LinkedHashMap<>();
    for (Place owner : List.of(item, operation)) {
      for (int i = 0; i < owner.node().path("parameters").size(); i++) {
        Place resolved = document.resolve(owner.at("parameters").at(i));
        all.put(resolved.text("in") + " " + resolved.text("name"), resolved);
      }
    }
    return List.copyOf(all.values());
  }

  /** Where it was read. */
  public Path file() {
    return document.file();
  }

  /** All operations; those with fewer variables in their path come first. */
  public List<Operation> operations() {
    return operations;
  }

  /** The operation that a request belongs to. */
  public Optional<Operation> find(String method, String path) {
    return operations.stream().filter(operation -> operation.matches(method, path)).findFirst();
  }

  /** The methods of a path, in the order of the document; none when no operation has it. */
  public List<String> methods(String path) {
    return operations.stream()
        .filter(operation -> operation.matches(path))
        .map(Operation::method)
        .toList();
  }

  /** What a place is or, through references within the document, refers to. */
  public Place resolve(Place place) {
    return document.resolve(place);
  }

  /** How callers make themselves known. */
  Collection<Place> securitySchemes() {
    return document.at("components").at("securitySchemes").members().values();
  }

  /** What an operation says of its request's body; nothing when it says nothing. */
  public Place requestBody(Operation operation) {
    return document.resolve(operation.place().at("requestBody"));
  }

  /** What an operation says of an answer with a status. */
  public Optional<Place> response(Operation operation, int status) {
    Map<String, Place> responses = operation.place().at("responses").members();
    return Stream.of(String.valueOf(status), status / 100 + "XX", "default")
        .filter(responses::containsKey)
        .findFirst()
        .map(responses::get)
        .map(document::resolve);
  }

  /** What of a value does not fit a schema whose references lead into this document, in words. */
  public List<String> messages(JsonNode schema, JsonNode value) {
    return schemas.messages(schema, value);
  }

  /** Checks a request. */
  public Fit checkRequest(Operation operation, String path, HttpMessage request) {
    return new RequestCheck(this, operation, body(Direction.REQUEST)).check(path, request);
  }

  /** Checks a response. */
  public Fit checkResponse(Operation operation, int status, HttpMessage response) {
    return new ResponseCheck(this, operation, body(Direction.RESPONSE)).check(status, response);
  }

  /**
   * Checks a response to HEAD by the operation of GET: all but the body, which there is none of.
   */
  public Fit checkHead(Operation operation, int status, HttpMessage response) {
    return new ResponseCheck(this, operation, body(Direction.RESPONSE)).checkHead(status, response);
  }

  private BodyCheck body(Direction direction) {
    return new BodyCheck(values(direction));
  }

  private ValueCheck values(Direction direction) {
    return new ValueCheck(document, schemas, direction);
  }
}
