package dev.trestle.steps.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.AbsoluteIri;
import com.networknt.schema.Format;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaException;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.SpecVersionDetector;
import com.networknt.schema.ValidationMessage;
import com.networknt.schema.format.PatternFormat;
import com.networknt.schema.resource.AllowSchemaLoader;
import dev.trestle.steps.core.ProjectFile;
import dev.trestle.steps.core.ScenarioScope;
import dev.trestle.steps.core.StepFailure;
import dev.trestle.steps.core.json.JsonSubject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A JSON Schema, https://json-schema.org; of draft 2020-12 unless {@code $schema} names another.
 */
final class Schema {

  /** Numbers stay as they are written: 100.00 does not become 1E+2. */
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private static final Set<String> DIALECT = keywords();

  /** Keywords that describe and constrain nothing. */
  private static final Set<String> NOTES =
      Set.of(
          "$schema",
          "$id",
          "id",
          "$comment",
          "$defs",
          "definitions",
          "$anchor",
          "$dynamicAnchor",
          "$vocabulary",
          "title",
          "description",
          "default",
          "examples",
          "deprecated",
          "readOnly",
          "writeOnly",
          "contentEncoding",
          "contentMediaType",
          "contentSchema");

  private static final int MOST_VIOLATIONS = 20;

  private static final SchemaValidatorsConfig CONFIG =
      SchemaValidatorsConfig.builder()
          .locale(Locale.ENGLISH)
          .pathType(PathType.JSON_PATH)
          .formatAssertionsEnabled(true)
          .build();

  /** With any domain, since those for examples, RFC 2606, are none that the validator knows. */
  private static final Format ANY_EMAIL =
      PatternFormat.of("email", "[^@\\s]+@[^@\\s]+", "format.email");

  private final String named;
  private final JsonNode content;
  private final @Nullable String location;

  private Schema(String named, JsonNode content, @Nullable String location) {
    this.named = named;
    this.content = content;
    this.location = location;
  }

  /** The keywords of all drafts that the validator knows. */
  private static Set<String> keywords() {
    return Stream.of(VersionFlag.values())
        .map(version -> JsonSchemaFactory.checkVersion(version).getInstance())
        .flatMap(dialect -> dialect.getKeywords().keySet().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The schema of a file; references to files beside it are followed. */
  static Schema of(String written, ScenarioScope scope) {
    ProjectFile file = ProjectFile.of(written, scope);
    String named = "the schema '" + written + "'";
    return new Schema(named, tree(named, file.text()), file.path().toUri().toString());
  }

  /** The schema of a step. */
  static Schema parse(String text) {
    return new Schema("the schema", tree("the schema", text), null);
  }

  private static JsonNode tree(String named, String text) {
    try {
      JsonNode schema = MAPPER.readTree(text);
      requireConstraint(named, schema);
      return schema;
    } catch (JsonProcessingException e) {
      throw unusable(named, e);
    }
  }

  /** A schema that says nothing accepts everything, so a check against it could not fail. */
  private static void requireConstraint(String named, JsonNode schema) {
    boolean constrains =
        schema.isBoolean()
            ? !schema.booleanValue()
            : schema.isObject() && schema.properties().stream().anyMatch(Schema::constrains);
    if (!constrains) {
      throw StepFailure.of("JSON cannot be checked against " + named + ": it accepts everything.")
          .evidence(
              schema.isObject() || schema.isBoolean()
                  ? "It has no keyword that constrains a document, such as type or required."
                  : "A schema is a JSON object, and this one is not.")
          .fix("Write what the document must be, such as {\"type\": \"object\", …}.");
    }
  }

  private static boolean constrains(Map.Entry<String, JsonNode> keyword) {
    return DIALECT.contains(keyword.getKey()) && !NOTES.contains(keyword.getKey());
  }

  private static StepFailure unusable(String named, Exception cause) {
    return StepFailure.of("JSON cannot be checked against " + named + ".")
        .evidence(String.valueOf(cause.getMessage()))
        .fix("Correct the schema; it may refer to files of the project, not to the network.")
        .causedBy(cause);
  }

  /** Checks a document and tells all that does not fit. */
  void check(JsonSubject subject) {
    JsonNode json = MAPPER.valueToTree(subject.document().document());
    List<String> violations = violations(json);
    if (!violations.isEmpty()) {
      throw subject.failure(
          subject.whole()
              + " does not match "
              + named
              + ":"
              + String.join("", violations.stream().map(line -> "\n- " + line).toList()));
    }
  }

  private List<String> violations(JsonNode json) {
    try {
      return schema().validate(json).stream()
          .map(ValidationMessage::getMessage)
          .distinct()
          .limit(MOST_VIOLATIONS)
          .toList();
    } catch (JsonSchemaException e) {
      throw unusable(named, e);
    }
  }

  private JsonSchema schema() {
    VersionFlag version =
        SpecVersionDetector.detectOptionalVersion(content, false).orElse(VersionFlag.V202012);
    JsonMetaSchema dialect =
        JsonMetaSchema.builder(JsonSchemaFactory.checkVersion(version).getInstance())
            .format(ANY_EMAIL)
            .build();
    JsonSchemaFactory factory =
        JsonSchemaFactory.getInstance(
            version,
            builder ->
                builder
                    .metaSchema(dialect)
                    .schemaLoaders(all -> all.add(new AllowSchemaLoader(Schema::isHere))));
    return location == null
        ? factory.getSchema(content, CONFIG)
        : factory.getSchema(SchemaLocation.of(location), content, CONFIG);
  }

  /** Nothing is fetched from the network. */
  private static boolean isHere(AbsoluteIri iri) {
    String written = iri.toString();
    return written.startsWith("file:") || written.startsWith("classpath:");
  }
}
