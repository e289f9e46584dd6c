package dev.trestle.steps.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Format;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchemaException;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.format.PatternFormat;
import com.networknt.schema.oas.OpenApi30;
import com.networknt.schema.oas.OpenApi31;
import com.networknt.schema.resource.DisallowSchemaLoader;
import dev.trestle.steps.core.StepFailure;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Checks values against the schemas of a document, in the dialect of its version. */
final class SchemaCheck {

  private static final int MOST_VIOLATIONS = 20;

  private static final SchemaValidatorsConfig CONFIG =
      SchemaValidatorsConfig.builder()
          .locale(Locale.ENGLISH)
          .pathType(PathType.JSON_PATH)
          .formatAssertionsEnabled(true)
          .build();

  private static final Format ANY_EMAIL =
      PatternFormat.of("email", "[^@\\s]+@[^@\\s]+", "format.email");

  private final JsonNode components;
  private final JsonSchemaFactory factory;

  SchemaCheck(JsonNode root) {
    this.components = root.path("components");
    boolean old = root.path("openapi").asText("").startsWith("3.0");
    this.factory = factory(old ? OpenApi30.getInstance() : OpenApi31.getInstance());
  }

  /**
   * Nothing is fetched from anywhere. An address may have any domain, since those for examples, RFC
   * 2606, are none of those that the validator knows.
   */
  private static JsonSchemaFactory factory(JsonMetaSchema strict) {
    JsonMetaSchema dialect = JsonMetaSchema.builder(strict).format(ANY_EMAIL).build();
    return JsonSchemaFactory.getInstance(
        VersionFlag.V202012,
        builder ->
            builder
                .metaSchema(dialect)
                .defaultMetaSchemaIri(dialect.getIri())
                .schemaLoaders(all -> all.add(DisallowSchemaLoader.getInstance())));
  }

  List<String> violations(JsonNode schema, @Nullable JsonNode value) {
    if (!schema.isObject()) {
      return List.of();
    }
    ObjectNode whole = schema.deepCopy();
    whole.set("components", components); // Where its references lead to.
    try {
      return factory
          .getSchema(whole, CONFIG)
          .validate(value == null ? JsonNodeFactory.instance.nullNode() : value)
          .stream()
          .map(ValidationMessage::getMessage)
          .distinct()
          .limit(MOST_VIOLATIONS)
          .toList();
    } catch (JsonSchemaException e) {
      throw StepFailure.of("A schema of the OpenAPI document cannot be used.")
          .evidence(String.valueOf(e.getMessage()))
          .fix("Correct the document; its references must lead to its own components.")
          .causedBy(e);
    }
  }
}
