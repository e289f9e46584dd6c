package dev.trestle.steps.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.trestle.steps.core.StepFailure;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A place in a body, written as a JSONPath of names and indexes.
 *
 * @param written such as {@code $.items[0].sku}
 * @param steps the names and indexes
 */
record BodyPath(String written, List<String> steps) {

  private static final Pattern WHOLE = Pattern.compile("\\$?(?:\\.?[^.\\[\\]$]+|\\[\\d+])*");
  private static final Pattern STEP = Pattern.compile("[^.\\[\\]$]+|\\[\\d+]");

  static BodyPath of(String written) {
    if (!WHOLE.matcher(written).matches()) {
      throw StepFailure.of("'" + written + "' is no place in a body.")
          .evidence("A place is made of names and indexes only.")
          .fix("Write it like $.items[0].sku.");
    }
    List<String> steps = STEP.matcher(written).results().map(MatchResult::group).toList();
    return new BodyPath(written, steps);
  }

  /** The body with a value at this place, made where nothing is yet; without one for null. */
  JsonNode with(JsonNode body, @Nullable JsonNode value) {
    return changed(body.deepCopy(), 0, value);
  }

  private JsonNode changed(JsonNode at, int step, @Nullable JsonNode value) {
    if (step == steps.size()) {
      return value == null ? JsonNodeFactory.instance.missingNode() : value;
    }
    String name = steps.get(step);
    return name.startsWith("[")
        ? inArray(at, Integer.parseInt(name.substring(1, name.length() - 1)), step, value)
        : inObject(at, name, step, value);
  }

  private JsonNode inObject(JsonNode at, String name, int step, @Nullable JsonNode value) {
    ObjectNode object =
        at instanceof ObjectNode there ? there : JsonNodeFactory.instance.objectNode();
    JsonNode changed = changed(object.path(name), step + 1, value);
    if (changed.isMissingNode()) {
      object.remove(name);
    } else {
      object.set(name, changed);
    }
    return object;
  }

  private JsonNode inArray(JsonNode at, int index, int step, @Nullable JsonNode value) {
    ArrayNode array = at instanceof ArrayNode there ? there : JsonNodeFactory.instance.arrayNode();
    JsonNode changed = changed(array.path(index), step + 1, value);
    if (changed.isMissingNode()) {
      array.remove(index);
    } else if (index < array.size()) {
      array.set(index, changed);
    } else {
      array.add(changed);
    }
    return array;
  }
}
