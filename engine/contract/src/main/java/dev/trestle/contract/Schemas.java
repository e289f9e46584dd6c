package dev.trestle.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaException;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.ValidationMessage;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Checks values against the schemas of a document; each schema is compiled once. */
final class Schemas {

  /** What a reference in a schema may lead to. */
  private static final List<String> TARGETS =
      List.of("components", "paths", "webhooks", "channels", "definitions", "$defs");

  private static final int MOST_MESSAGES = 20;

  private final Document document;
  private final JsonSchemaFactory factory;
  private final Map<Key, JsonSchema> compiled = new ConcurrentHashMap<>();

  private record Key(String pointer, Direction direction) {}

  Schemas(Document document, Dialect dialect) {
    this.document = document;
    this.factory = dialect.factory();
  }

  /** What of a value does not fit the schema at a place. */
  Set<ValidationMessage> check(Place schema, JsonNode value, Direction direction) {
    if (!schema.node().isObject()) {
      return Set.of();
    }
    return validate(
        () ->
            compiled
                .computeIfAbsent(
                    new Key(schema.pointer(), direction), key -> compile(schema.node(), direction))
                .validate(value));
  }

  boolean fits(Place schema, JsonNode value, Direction direction) {
    return check(schema, value, direction).isEmpty();
  }

  /** What of a value does not fit a schema that refers to this document, in words. */
  List<String> messages(JsonNode schema, JsonNode value) {
    if (!schema.isObject()) {
      return List.of();
    }
    return validate(() -> compile(schema, Direction.MESSAGE).validate(value)).stream()
        .map(ValidationMessage::getMessage)
        .distinct()
        .limit(MOST_MESSAGES)
        .toList();
  }

  private interface Validation {
    Set<ValidationMessage> run();
  }

  private Set<ValidationMessage> validate(Validation validation) {
    try {
      return validation.run();
    } catch (JsonSchemaException e) {
      throw new DocumentException(
          document.file(),
          "A schema of the document cannot be used.",
          String.valueOf(e.getMessage()),
          "Correct the document; its references must lead to its own components.",
          e);
    }
  }

  private JsonSchema compile(JsonNode schema, Direction direction) {
    ObjectNode whole = JsonNodeFactory.instance.objectNode();
    whole.setAll((ObjectNode) schema);
    for (String target : TARGETS) {
      if (document.root().has(target)) {
        whole.set(target, document.root().get(target));
      }
    }
    return factory.getSchema(whole, config(direction));
  }

  private static SchemaValidatorsConfig config(Direction direction) {
    SchemaValidatorsConfig.Builder config =
        SchemaValidatorsConfig.builder()
            .locale(Locale.ENGLISH)
            .losslessNarrowing(true) // 1.0 is an integer
            .pathType(PathType.JSON_PATH)
            .preloadJsonSchema(false) // or each would take all with it that it refers to
            .formatAssertionsEnabled(true);
    return switch (direction) {
      case REQUEST -> config.readOnly(true).build();
      case RESPONSE -> config.writeOnly(true).build();
      case MESSAGE -> config.build();
    };
  }
}
