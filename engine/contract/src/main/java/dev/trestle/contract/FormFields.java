package dev.trestle.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The names and values of a form or a query, as values of the types that a schema wants. */
final class FormFields {

  private static final Pattern INTEGER = Pattern.compile("-?[0-9]{1,40}");
  private static final Pattern NUMBER =
      Pattern.compile("-?[0-9]{1,40}(\\.[0-9]{1,40})?([eE][+-]?[0-9]{1,3})?");

  private FormFields() {}

  /** A form as an object. */
  static JsonNode read(String form, Place schema, ValueCheck values) {
    ObjectNode read = JsonNodeFactory.instance.objectNode();
    Map<String, Place> properties = values.properties(schema);
    pairs(form)
        .forEach(
            (name, texts) -> {
              Place property = properties.get(name);
              read.set(name, value(texts, property, values));
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

  /** What texts mean by a schema; a text where it says nothing. */
  static JsonNode value(List<String> texts, @Nullable Place schema, ValueCheck values) {
    if (schema == null) {
      return JsonNodeFactory.instance.textNode(texts.get(texts.size() - 1));
    }
    boolean separated = texts.size() == 1 && values.types(schema).containsKey("array");
    return items(separated ? List.of(texts.get(0).split(",", -1)) : texts, schema, values);
  }

  /** What texts mean by a schema; each is an item of it when it is a list. */
  static JsonNode items(List<String> texts, Place schema, ValueCheck values) {
    Place list = values.types(schema).get("array");
    if (list == null) {
      return single(texts.get(texts.size() - 1), schema, values);
    }
    ArrayNode read = JsonNodeFactory.instance.arrayNode();
    for (String text : texts) {
      read.add(single(text.strip(), list.at("items"), values));
    }
    return read;
  }

  private static JsonNode single(String text, Place schema, ValueCheck values) {
    Set<String> types = values.types(schema).keySet();
    return types.isEmpty()
        ? values.listed(schema, text).orElseGet(() -> value(text, types))
        : value(text, types);
  }

  private static JsonNode value(String text, Set<String> types) {
    JsonNodeFactory json = JsonNodeFactory.instance;
    if (types.contains("integer") && INTEGER.matcher(text).matches()) {
      return json.numberNode(new BigInteger(text));
    }
    if (types.contains("number") && NUMBER.matcher(text).matches()) {
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
