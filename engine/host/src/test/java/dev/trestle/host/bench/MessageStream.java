package dev.trestle.host.bench;

import dev.trestle.protocol.Json;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The messages of a run as Cucumber sends them: 13 steps, 2 hooks and 5 exchanges a scenario. */
public final class MessageStream {

  private static final int FEATURE = 20;
  private static final int STEPS = 13;

  private final OutputStream out;
  private long clock = 1_795_568_624L * 1_000_000_000L;

  private MessageStream(OutputStream out) {
    this.out = out;
  }

  /** Writes the messages of a number of scenarios, which all pass. */
  public static void write(Path file, int scenarios) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      new MessageStream(out).write(scenarios);
    }
  }

  private void write(int scenarios) throws IOException {
    Map<String, Object> product = Map.of("name", "cucumber-jvm", "version", "7.34.2");
    line(
        "meta",
        Map.of(
            "protocolVersion", "30.1.0",
            "implementation", product,
            "runtime", product,
            "os", product,
            "cpu", product));
    line("testRunStarted", Map.of("timestamp", now()));
    for (int feature = 0; feature * FEATURE < scenarios; feature++) {
      feature(feature, Math.min(FEATURE, scenarios - feature * FEATURE));
    }
    for (String hook : List.of("begin", "end")) {
      Map<String, Object> place = Map.of("uri", "Hooks.java");
      line("hook", Map.of("id", id(hook, 0), "name", hook, "sourceReference", place));
    }
    for (int i = 0; i < scenarios; i++) {
      scenario(i);
    }
    line("testRunFinished", Map.of("success", true, "timestamp", now()));
  }

  private void feature(int number, int scenarios) throws IOException {
    String uri = uri(number * FEATURE);
    List<Object> children = new ArrayList<>();
    StringBuilder source = new StringBuilder("Feature: Checkout " + number + "\n");
    for (int i = number * FEATURE; i < number * FEATURE + scenarios; i++) {
      List<Object> steps = new ArrayList<>();
      source.append("\n  Scenario: ").append(name(i)).append('\n');
      for (int step = 0; step < STEPS; step++) {
        source.append("    When ").append(text(step)).append('\n');
        steps.add(
            Map.of(
                "id", id("node" + step, i),
                "keyword", "When ",
                "text", text(step),
                "location", Map.of("line", i % FEATURE * 16 + 4 + step)));
      }
      Map<String, Object> at = Map.of("line", i % FEATURE * 16 + 3, "column", 3);
      children.add(
          Map.of(
              "scenario",
              Map.of(
                  "id",
                  id("scenario", i),
                  "name",
                  name(i),
                  "keyword",
                  "Scenario",
                  "description",
                  "",
                  "location",
                  at,
                  "tags",
                  List.of(),
                  "examples",
                  List.of(),
                  "steps",
                  steps)));
    }
    String type = "text/x.cucumber.gherkin+plain";
    line("source", Map.of("uri", uri, "data", source.toString(), "mediaType", type));
    Map<String, Object> feature =
        Map.of(
            "name",
            "Checkout " + number,
            "keyword",
            "Feature",
            "description",
            "",
            "language",
            "en",
            "location",
            Map.of("line", 1),
            "tags",
            List.of(),
            "children",
            children);
    line("gherkinDocument", Map.of("uri", uri, "feature", feature, "comments", List.of()));
    for (int i = number * FEATURE; i < number * FEATURE + scenarios; i++) {
      pickle(i);
    }
  }

  private void pickle(int number) throws IOException {
    List<Object> steps = new ArrayList<>();
    for (int i = 0; i < STEPS; i++) {
      steps.add(
          Map.of(
              "id", id("pickle" + i, number),
              "text", text(i),
              "type", "Action",
              "astNodeIds", List.of(id("node" + i, number))));
    }
    line(
        "pickle",
        Map.of(
            "id", id("pickle", number),
            "uri", uri(number),
            "name", name(number),
            "language", "en",
            "tags", List.of(),
            "astNodeIds", List.of(id("scenario", number)),
            "steps", steps));
  }

  private void scenario(int number) throws IOException {
    List<Object> steps = new ArrayList<>();
    steps.add(Map.of("id", id("before", number), "hookId", id("begin", 0)));
    for (int i = 0; i < STEPS; i++) {
      steps.add(
          Map.of(
              "id", id("step" + i, number),
              "pickleStepId", id("pickle" + i, number),
              "stepDefinitionIds", List.of(id("definition", i)),
              "stepMatchArgumentsLists", List.of(Map.of("stepMatchArguments", List.of()))));
    }
    steps.add(Map.of("id", id("after", number), "hookId", id("end", 0)));
    line(
        "testCase",
        Map.of("id", id("case", number), "pickleId", id("pickle", number), "testSteps", steps));
    String attempt = id("attempt", number);
    line(
        "testCaseStarted",
        Map.of("attempt", 0, "id", attempt, "testCaseId", id("case", number), "timestamp", now()));
    step(attempt, id("before", number));
    for (int i = 0; i < STEPS; i++) {
      if (i % 3 == 0) {
        attachment(attempt, id("step" + i, number), number);
      }
      step(attempt, id("step" + i, number));
    }
    step(attempt, id("after", number));
    line(
        "testCaseFinished",
        Map.of("testCaseStartedId", attempt, "timestamp", now(), "willBeRetried", false));
  }

  private void attachment(String attempt, String step, int number) throws IOException {
    line(
        "attachment",
        Map.of(
            "body",
            "POST /orders/" + number + "\n" + "Content-Type: json\n".repeat(80),
            "contentEncoding",
            "IDENTITY",
            "fileName",
            "POST /orders",
            "mediaType",
            "text/plain",
            "testCaseStartedId",
            attempt,
            "testStepId",
            step));
  }

  private void step(String attempt, String step) throws IOException {
    line(
        "testStepStarted",
        Map.of("testCaseStartedId", attempt, "testStepId", step, "timestamp", now()));
    Map<String, Object> result =
        Map.of("duration", Map.of("seconds", 0, "nanos", 120_279), "status", "PASSED");
    line(
        "testStepFinished",
        Map.of(
            "testCaseStartedId", attempt,
            "testStepId", step,
            "testStepResult", result,
            "timestamp", now()));
  }

  private Map<String, Object> now() {
    clock += 100_000;
    return Map.of("seconds", clock / 1_000_000_000, "nanos", clock % 1_000_000_000);
  }

  private void line(String kind, Map<String, Object> message) throws IOException {
    out.write((Json.write(Map.of(kind, message)) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private static String uri(int number) {
    return "file:///work/shop/f/order-" + number / FEATURE + ".feature";
  }

  private static String name(int number) {
    return "An order of beans is paid and shipped, number " + number;
  }

  private static String text(int step) {
    return "the order of beans takes its step " + step;
  }

  private static String id(String kind, int number) {
    return UUID.nameUUIDFromBytes((kind + number).getBytes(StandardCharsets.UTF_8)).toString();
  }
}
