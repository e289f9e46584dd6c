package dev.trestle.steps.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a call carries.
 *
 * @param parameters the values of parameters by name
 * @param body the JSON of the body, a missing node for none
 */
record CallData(Map<String, JsonNode> parameters, JsonNode body) {

  CallData {
    parameters = new LinkedHashMap<>(parameters);
  }

  /** The same with a parameter's value; without the parameter for null. */
  CallData with(String parameter, @Nullable JsonNode value) {
    Map<String, JsonNode> changed = new LinkedHashMap<>(parameters);
    if (value == null) {
      changed.remove(parameter);
    } else {
      changed.put(parameter, value);
    }
    return new CallData(changed, body);
  }

  /** The same with another body. */
  CallData withBody(JsonNode other) {
    return new CallData(parameters, other);
  }
}
