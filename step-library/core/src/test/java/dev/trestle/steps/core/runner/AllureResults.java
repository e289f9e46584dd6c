package dev.trestle.steps.core.runner;

import dev.trestle.protocol.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Allure's result files as a test reads them. */
record AllureResults(Path folder, List<Map<?, ?>> results, List<String> files) {

  static AllureResults in(Path folder) {
    List<Map<?, ?>> results = new ArrayList<>();
    List<String> names = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        names.add(file.getFileName().toString());
        if (file.toString().endsWith("-result.json")) {
          results.add((Map<?, ?>) Json.parse(Files.readString(file)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new AllureResults(folder, results, names);
  }

  Map<?, ?> named(String name) {
    return results.stream()
        .filter(result -> name.equals(result.get("name")))
        .findFirst()
        .orElseThrow(() -> new AssertionError("No result for '" + name + "' in " + results));
  }

  List<String> all(String key) {
    return results.stream().map(result -> String.valueOf(result.get(key))).toList();
  }

  List<String> labels(String name, String label) {
    return ((List<?>) named(name).get("labels"))
        .stream()
            .map(each -> (Map<?, ?>) each)
            .filter(each -> label.equals(each.get("name")))
            .map(each -> String.valueOf(each.get("value")))
            .toList();
  }

  String message(String name) {
    return named(name).get("statusDetails") instanceof Map<?, ?> details
        ? String.valueOf(details.get("message"))
        : "";
  }

  /** The text of every attachment, one after another. */
  String attachments() {
    StringBuilder all = new StringBuilder();
    for (String file : files) {
      if (file.contains("-attachment")) {
        try {
          all.append(Files.readString(folder.resolve(file))).append('\n');
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
    return all.toString();
  }
}
