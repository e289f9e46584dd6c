package dev.trestle.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/** Shows values in findings. They are whole, so that secrets in them can be recognised. */
final class Values {

  private Values() {}

  /** A value with its type, such as {@code "12.50" (string)}. */
  static String typed(JsonNode value) {
    return value.isMissingNode() ? "nothing" : value + " (" + type(value) + ")";
  }

  private static String type(JsonNode value) {
    return value.isIntegralNumber()
        ? "integer"
        : value.getNodeType().name().toLowerCase(Locale.ROOT);
  }
}
