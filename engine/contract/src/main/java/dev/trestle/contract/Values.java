package dev.trestle.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/** Shows values in findings, bounded. */
final class Values {

  private static final int LONGEST = 120;

  private Values() {}

  /** A value with its type, such as {@code "12.50" (string)}. */
  static String typed(JsonNode value) {
    return value.isMissingNode() ? "nothing" : shown(value) + " (" + type(value) + ")";
  }

  static String shown(JsonNode value) {
    return shortened(value.toString());
  }

  static String shortened(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }

  private static String type(JsonNode value) {
    return value.isIntegralNumber()
        ? "integer"
        : value.getNodeType().name().toLowerCase(Locale.ROOT);
  }
}
