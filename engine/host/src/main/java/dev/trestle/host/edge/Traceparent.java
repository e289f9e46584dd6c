package dev.trestle.host.edge;

import dev.trestle.protocol.ScenarioTrace;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the header of https://www.w3.org/TR/trace-context/. */
final class Traceparent {

  private static final Pattern FORM =
      Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}(-.*)?");

  private Traceparent() {}

  /** The scenario's trace id in a header, empty when it has none, or one that a service began. */
  static String scenario(@Nullable String header) {
    if (header == null) {
      return "";
    }
    Matcher matcher = FORM.matcher(header.strip());
    return matcher.matches() && ScenarioTrace.isOne(matcher.group(1)) ? matcher.group(1) : "";
  }
}
