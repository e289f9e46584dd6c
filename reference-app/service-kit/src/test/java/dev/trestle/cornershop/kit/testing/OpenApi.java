package dev.trestle.cornershop.kit.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A service's OpenAPI document, held against what the service answers, both ways. */
public final class OpenApi {
  private static final JsonSchemaFactory SCHEMAS =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
  private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");

  private final JsonNode document;
  private final List<Operation> operations;
  private final Set<String> seen = new ConcurrentSkipListSet<>();

  private OpenApi(JsonNode document) {
    this.document = document;
    this.operations = operations(document);
  }

  /** Reads the document. */
  public static OpenApi read(Path file) {
    try {
      return new OpenApi(new YAMLMapper().readTree(file.toFile()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Fails unless the exchange is one that the document describes, and remembers it. */
  public void check(Exchange exchange) {
    Operation operation = find(exchange);
    if (operation == null) {
      expect(
          exchange.status() == 404 || exchange.status() == 405,
          exchange,
          "the document has no such operation");
      return;
    }
    JsonNode response =
        resolve(operation.node().path("responses").path(Integer.toString(exchange.status())));
    expect(!response.isMissingNode(), exchange, "the document does not name this status");
    checkBody(exchange, response.path("content"));
    if (exchange.status() < 300) {
      checkRequest(exchange, resolve(operation.node().path("requestBody")));
    }
    seen.add(operation.name() + " " + exchange.status());
  }

  /**
   * What the document promises and no exchange has shown, for example {@code GET /carts/{id} 403}.
   */
  public Set<String> unseen() {
    Set<String> promised = new TreeSet<>();
    for (Operation operation : operations) {
      operation
          .node()
          .path("responses")
          .fieldNames()
          .forEachRemaining(status -> promised.add(operation.name() + " " + status));
    }
    promised.removeAll(seen);
    return promised;
  }

  private void checkBody(Exchange exchange, JsonNode content) {
    if (content.isEmpty()) {
      expect(exchange.body().isEmpty(), exchange, "the document says that there is no body");
      return;
    }
    String type = exchange.contentType().split(";", 2)[0];
    expect(
        content.has(type),
        exchange,
        "the content type is '" + type + "', expected " + names(content));
    checkSchema(exchange, exchange.body(), content.path(type).path("schema"), "answer");
  }

  private void checkRequest(Exchange exchange, JsonNode requestBody) {
    JsonNode schema = requestBody.path("content").path("application/json").path("schema");
    boolean left = exchange.requestBody().isEmpty() && !requestBody.path("required").asBoolean();
    if (!schema.isMissingNode() && !left) {
      checkSchema(exchange, exchange.requestBody(), schema, "accepted request");
    }
  }

  private void checkSchema(Exchange exchange, String body, JsonNode schema, String what) {
    ObjectNode whole = schema.deepCopy();
    whole.set("components", document.path("components"));
    try {
      Set<ValidationMessage> messages =
          SCHEMAS.getSchema(whole).validate(new YAMLMapper().readTree(body));
      expect(
          messages.isEmpty(),
          exchange,
          "the "
              + what
              + " does not fit: "
              + messages.stream().map(ValidationMessage::getMessage).collect(Collectors.toList()));
    } catch (IOException e) {
      throw new AssertionError(exchange + ": the " + what + " is not JSON", e);
    }
  }

  private static void expect(boolean holds, Exchange exchange, String otherwise) {
    if (!holds) {
      throw new AssertionError(exchange + ": " + otherwise + "\n" + exchange.body());
    }
  }

  private @Nullable Operation find(Exchange exchange) {
    return operations.stream()
        .filter(operation -> operation.matches(exchange))
        .findFirst()
        .orElse(null);
  }

  private JsonNode resolve(JsonNode node) {
    JsonNode reference = node.path("$ref");
    return reference.isMissingNode() ? node : document.at(reference.asText().substring(1));
  }

  private static List<String> names(JsonNode node) {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static List<Operation> operations(JsonNode document) {
    List<Operation> found = new ArrayList<>();
    for (String path : names(document.path("paths"))) {
      for (String method : names(document.path("paths").path(path))) {
        if (METHODS.contains(method)) {
          found.add(
              new Operation(
                  method.toUpperCase(java.util.Locale.ROOT),
                  path,
                  document.path("paths").path(path).path(method)));
        }
      }
    }
    // A literal path such as /users/me goes before a template that would match it too.
    found.sort(Comparator.comparing(operation -> operation.path().contains("{")));
    return found;
  }

  private record Operation(String method, String path, JsonNode node) {
    String name() {
      return method + " " + path;
    }

    boolean matches(Exchange exchange) {
      return method.equals(exchange.method())
          && exchange.path().matches(path.replaceAll("\\{[^}]+}", "[^/]+"));
    }
  }

  /** One request and its answer; the path is without query. */
  public record Exchange(
      String method, String path, String requestBody, int status, String contentType, String body) {
    @Override
    public String toString() {
      return method + " " + path + " -> " + status;
    }
  }
}
