package dev.trestle.steps.core;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Replaces <code>${name}</code> and <code>${function:argument}</code> in a text, inner ones first.
 * A backslash before it keeps it: <code>\${name}</code> stands for <code>${name}</code>.
 */
final class Values {

  private static final Map<String, ValueFunction> FUNCTIONS = functions();

  private final ScenarioScope scope;

  Values(ScenarioScope scope) {
    this.scope = scope;
  }

  String resolve(String text) {
    int start = text.indexOf("${");
    if (start < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder();
    int done = 0;
    while (start >= 0) {
      if (start > done && text.charAt(start - 1) == '\\') {
        out.append(text, done, start - 1).append("${");
        done = start + 2;
        start = text.indexOf("${", done);
        continue;
      }
      int end = end(text, start);
      if (end < 0) {
        throw StepFailure.of("The placeholder in '" + text + "' has no end.")
            .evidence("It begins at '" + text.substring(start) + "'.")
            .fix("Close it with '}'.");
      }
      out.append(text, done, start).append(value(resolve(text.substring(start + 2, end))));
      done = end + 1;
      start = text.indexOf("${", done);
    }
    return out.append(text.substring(done)).toString();
  }

  private static int end(String text, int start) {
    int depth = 0;
    for (int i = start; i < text.length(); i++) {
      if (text.startsWith("${", i) && (i == start || text.charAt(i - 1) != '\\')) {
        depth++;
      } else if (text.charAt(i) == '}' && --depth == 0) {
        return i;
      }
    }
    return -1;
  }

  private String value(String inside) {
    int colon = inside.indexOf(':');
    if (colon < 0) {
      ValueFunction function = FUNCTIONS.get(inside);
      return function != null && !scope.has(inside)
          ? function.apply("", scope)
          : String.valueOf(scope.get(inside));
    }
    ValueFunction function = FUNCTIONS.get(inside.substring(0, colon).strip());
    if (function == null) {
      throw StepFailure.of("No value function is named '" + inside.substring(0, colon) + "'.")
          .evidence("Known functions: " + String.join(", ", FUNCTIONS.keySet()) + ".")
          .fix("Correct '${" + inside + "}', or add the artifact that brings the function.");
    }
    return function.apply(inside.substring(colon + 1), scope);
  }

  private static Map<String, ValueFunction> functions() {
    Map<String, ValueFunction> functions = new TreeMap<>();
    ServiceLoader.load(ValueFunction.class).forEach(f -> functions.put(f.name(), f));
    functions.putIfAbsent("alias", function("alias", Values::alias));
    functions.putIfAbsent(
        "uuid", function("uuid", (argument, scope) -> UUID.randomUUID().toString()));
    functions.putIfAbsent(
        "now",
        function("now", (arg, scope) -> Instant.now().truncatedTo(ChronoUnit.MILLIS).toString()));
    return functions;
  }

  private static String alias(String written, ScenarioScope scope) {
    if (written.isBlank()) {
      throw StepFailure.of("'${alias:" + written + "}' has no name.")
          .evidence("What it stood for would be empty, and the same in every scenario.")
          .fix("Write the name behind the colon, as in '${alias:Ada}'.");
    }
    return scope.alias(written);
  }

  private static ValueFunction function(
      String name, java.util.function.BiFunction<String, ScenarioScope, String> body) {
    return new ValueFunction() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public String apply(String argument, ScenarioScope scope) {
        return body.apply(argument, scope);
      }
    };
  }
}
