package dev.trestle.contract;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks a message by those that a channel describes: it must be one of them. */
final class MessageCheck {

  private final Schemas schemas;
  private final String contentType;
  private final ValueCheck values;

  MessageCheck(Document document, Schemas schemas, String contentType) {
    this.schemas = schemas;
    this.contentType = contentType;
    this.values = new ValueCheck(document, schemas, Direction.MESSAGE);
  }

  /** What does not fit the message that fits best. */
  Fit check(List<Place> messages, Map<String, String> headers, @Nullable String payload) {
    return messages.stream()
        .map(message -> check(message, headers, payload))
        .min(Comparator.comparing(fit -> fit.problems().size()))
        .orElse(new Fit(List.of(), false));
  }

  private Fit check(Place message, Map<String, String> headers, @Nullable String payload) {
    return Fit.whole(headers(message, headers)).and(payload(message, payload));
  }

  /** There may be more headers than are described, such as a trace's. */
  private List<Problem> headers(Place message, Map<String, String> headers) {
    Place schema = message.at("headers");
    if (!schema.exists()) {
      return List.of();
    }
    ObjectNode value = JsonNodeFactory.instance.objectNode();
    Map<String, Place> properties = values.properties(schema);
    headers.forEach(
        (name, text) ->
            value.set(name, FormFields.value(List.of(text), properties.get(name), values)));
    List<Problem> problems = new ArrayList<>();
    for (Problem problem :
        new SchemaProblems(value, schema).of(schemas.check(schema, value, Direction.MESSAGE))) {
      problems.add(
          new Problem(
              "header" + problem.pointer(),
              problem.problem(),
              problem.expected(),
              problem.actual(),
              problem.where()));
    }
    return problems;
  }

  private Fit payload(Place message, @Nullable String payload) {
    Place written = message.at("payload");
    boolean formatted = written.node().has("schemaFormat") && written.node().has("schema");
    Place schema = formatted ? written.at("schema") : written;
    String format = (formatted ? written : message).text("schemaFormat");
    String type = message.text("contentType");
    if (!schema.exists()) {
      return Fit.whole(List.of());
    }
    if (payload == null
        || !isJsonSchema(format)
        || !MediaTypes.isJson(type.isEmpty() ? contentType : type)) {
      return new Fit(List.of(), false);
    }
    return BodyCheck.json(payload, schema, values);
  }

  /** Whether a schema is one that is understood, not one of Avro, Protobuf or RAML. */
  private static boolean isJsonSchema(String format) {
    String plain = MediaTypes.plain(format);
    return plain.isEmpty()
        || plain.startsWith("application/vnd.aai.asyncapi")
        || plain.startsWith("application/schema+");
  }
}
