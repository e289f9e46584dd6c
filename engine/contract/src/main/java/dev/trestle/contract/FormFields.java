package dev.trestle.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names and values of a form or a query, as values of the types that a schema wants. */
final class FormFields {

  private FormFields() {}

  /** A form as an object. */
  static JsonNode read(String form, Place schema, ValueCheck values) {
    ObjectNode read = JsonNodeFactory.instance.objectNode();
    Map<String, Place> properties = values.resolve(schema).at("properties").members();
    pairs(form)
        .forEach(
            (name, texts) -> {
              Place property = properties.get(name);
              read.set(name, value(texts, property == null ? null : values.resolve(property)));
            });
    return read;
  }

  /** The values by name. */
  static Map<String, List<String>> pairs(String form) {
    Map<String, List<String>> pairs = new LinkedHashMap<>();
    for (String pair : form.split("&", -1)) {
      if (!pair.isEmpty()) {
        String[] parts = pair.split("=", 2);
        pairs
            .computeIfAbsent(decoded(parts[0]), name -> new ArrayList<>())
            .add(parts.length < 2 ? "" : decoded(parts[1]));
      }
    }
    return pairs;
  }

  static JsonNode value(List<String> texts, @Nullable Place schema) {
    if (schema != null && types(schema).contains("array")) {
      ArrayNode list = JsonNodeFactory.instance.arrayNode();
      List<String> items = texts.size() == 1 ? List.of(texts.get(0).split(",", -1)) : texts;
      items.forEach(item -> list.add(value(item, types(schema.at("items")))));
      return list;
    }
    return value(texts.get(texts.size() - 1), schema == null ? List.of() : types(schema));
  }

  private static List<String> types(Place schema) {
    JsonNode type = schema.node().path("type");
    List<String> types = new ArrayList<>();
    if (type.isTextual()) {
      types.add(type.asText());
    }
    type.forEach(one -> types.add(one.asText()));
    return types;
  }

  private static JsonNode value(String text, List<String> types) {
    JsonNodeFactory json = JsonNodeFactory.instance;
    if (types.contains("integer") && text.matches("-?[0-9]{1,18}")) {
      return json.numberNode(Long.parseLong(text));
    }
    if (types.contains("number") && text.matches("-?[0-9]+(\\.[0-9]+)?")) {
      return json.numberNode(new BigDecimal(text));
    }
    if (types.contains("boolean") && (text.equals("true") || text.equals("false"))) {
      return json.booleanNode(text.equals("true"));
    }
    return json.textNode(text);
  }

  static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text; // Not encoded as it should be; shown as it is.
    }
  }
}
