package dev.trestle.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Options as they were written. */
final class CommandLine {

  private static final Set<String> FLAGS =
      Set.of("--quick", "--prove", "--no-prove", "--render", "--fresh", "--no-build");
  private static final Set<String> VALUES =
      Set.of(
          "--home",
          "--results",
          "--repository",
          "--suite",
          "--stacks",
          "--n",
          "--delays",
          "--lanes",
          "--repetitions",
          "--minutes",
          "--again");

  private final List<String> flags = new ArrayList<>();
  private final Map<String, String> values = new HashMap<>();

  CommandLine(String... arguments) {
    for (int i = 0; i < arguments.length; i++) {
      String name = arguments[i];
      if (FLAGS.contains(name)) {
        flags.add(name);
      } else if (VALUES.contains(name) && i + 1 < arguments.length) {
        values.put(name, arguments[++i]);
      } else {
        String why = VALUES.contains(name) ? "needs a value" : "is unknown";
        throw new IllegalArgumentException(
            "The option '" + name + "' " + why + ".\nSee benchmarks/run --help.");
      }
    }
  }

  boolean has(String name) {
    return flags.contains(name) || values.containsKey(name);
  }

  String value(String name, String otherwise) {
    return values.getOrDefault(name, otherwise);
  }

  List<String> list(String name) {
    String value = value(name, "");
    return value.isEmpty() ? List.of() : Arrays.asList(value.split(",", -1));
  }

  List<Integer> numbers(String name, List<Integer> otherwise) {
    return has(name) ? list(name).stream().map(text -> number(name, text)).toList() : otherwise;
  }

  int number(String name, int otherwise) {
    return has(name) ? number(name, value(name, "")) : otherwise;
  }

  private static int number(String name, String text) {
    try {
      int number = Integer.parseInt(text);
      if (number >= 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Told below, as a negative number is.
    }
    throw new IllegalArgumentException(
        "The option '"
            + name
            + "' has '"
            + text
            + "', which is no number.\nSee benchmarks/run --help.");
  }
}
