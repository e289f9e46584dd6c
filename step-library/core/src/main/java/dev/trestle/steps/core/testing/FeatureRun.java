package dev.trestle.steps.core.testing;

import dev.trestle.protocol.Json;
import dev.trestle.protocol.Protocol;
import dev.trestle.protocol.RunnerRequest;
import dev.trestle.steps.core.runner.CucumberRun;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Runs features in this JVM against a fake host, as the runner does, and gives back Allure's
 * results.
 */
public final class FeatureRun {

  private FeatureRun() {}

  /**
   * What a run left.
   *
   * @param error why Cucumber could not run, empty when it did
   * @param results Allure's result of each scenario by its name
   * @param folder the folder of Allure's result files
   */
  public record Outcome(String error, Map<String, Map<String, Object>> results, Path folder) {

    /** The status of a scenario in Allure's word, such as {@code passed}. */
    public String status(String scenario) {
      return String.valueOf(result(scenario).get("status"));
    }

    /** The message of a scenario that did not pass. */
    public String message(String scenario) {
      return result(scenario).get("statusDetails") instanceof Map<?, ?> details
          ? String.valueOf(details.get("message"))
          : "";
    }

    /** The messages of all scenarios that are broken, by name. */
    public Map<String, String> broken() {
      Map<String, String> broken = new LinkedHashMap<>();
      results.keySet().stream()
          .filter(scenario -> "broken".equals(status(scenario)))
          .forEach(scenario -> broken.put(scenario, message(scenario)));
      return broken;
    }

    /** The text of an attachment of a scenario or any of its steps. */
    public String attachment(String scenario, String name) {
      String source = attachmentIn(result(scenario), name);
      try {
        return source.isEmpty() ? "" : Files.readString(folder.resolve(source));
      } catch (IOException e) {
        throw new UncheckedIOException("Cannot read attachment " + source + ".", e);
      }
    }

    private Map<String, Object> result(String scenario) {
      Map<String, Object> result = results.get(scenario);
      if (result == null) {
        throw new AssertionError(
            "No result for '" + scenario + "'; there are " + results.keySet() + ". " + error);
      }
      return result;
    }

    private static String attachmentIn(Object node, String name) {
      if (node instanceof Map<?, ?> map) {
        if (name.equals(map.get("name")) && map.containsKey("source")) {
          return String.valueOf(map.get("source"));
        }
        return attachmentIn(map.values(), name);
      }
      if (node instanceof Iterable<?> items) {
        for (Object item : items) {
          String found = item == null ? "" : attachmentIn(item, name);
          if (!found.isEmpty()) {
            return found;
          }
        }
      }
      return "";
    }
  }

  /**
   * Runs the features of a file or folder, one scenario at a time.
   *
   * @param folder the folder that Allure's result files are written to
   * @param glue packages with step classes besides those of the step artifacts on the class path
   */
  public static Outcome run(FakeHost host, Path features, Path folder, String... glue) {
    return run(host, request(host, features, List.of(glue), folder, false));
  }

  /** Only matches the steps of features, as a dry run does; a step without match is broken. */
  public static Outcome match(FakeHost host, Path features, Path folder, String... glue) {
    return run(host, request(host, features, List.of(glue), folder, true));
  }

  private static synchronized Outcome run(FakeHost host, RunnerRequest request) {
    Path folder = Path.of(request.allureResults());
    try {
      Files.createDirectories(folder);
      ByteArrayOutputStream errors = new ByteArrayOutputStream();
      try (PrintStream out = new PrintStream(errors, true, StandardCharsets.UTF_8)) {
        CucumberRun.of(request, host.client(), out).run();
      }
      return new Outcome(errors.toString(StandardCharsets.UTF_8), results(folder), folder);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot run " + request.features() + ".", e);
    }
  }

  private static RunnerRequest request(
      FakeHost host, Path features, List<String> glue, Path results, boolean dryRun) {
    return new RunnerRequest(
        Protocol.VERSION,
        host.address().toString(),
        host.token(),
        List.of(features.toString()),
        glue,
        null,
        List.of(),
        1,
        results.toString(),
        dryRun,
        "",
        "");
  }

  private static Map<String, Map<String, Object>> results(Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    try (Stream<Path> all = Files.list(folder)) {
      all.filter(file -> file.toString().endsWith("-result.json")).forEach(files::add);
    }
    Map<String, Map<String, Object>> results = new LinkedHashMap<>();
    for (Path file : files) {
      Map<String, Object> result = new LinkedHashMap<>();
      if (Json.parse(Files.readString(file)) instanceof Map<?, ?> json) {
        json.forEach(
            (key, value) -> result.put(String.valueOf(key), Objects.requireNonNullElse(value, "")));
      }
      results.put(String.valueOf(result.get("name")), result);
    }
    return results;
  }
}
