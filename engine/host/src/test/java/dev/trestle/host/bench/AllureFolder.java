package dev.trestle.host.bench;

import dev.trestle.protocol.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A folder of Allure results as the runner leaves it: 13 steps and 5 exchanges a scenario. */
public final class AllureFolder {

  private static final int FAILS_EVERY = 50;
  private static final int FEATURE = 20;
  private static final int STEPS = 13;
  private static final long BEGIN = 1_795_568_624_000L;

  private AllureFolder() {}

  /** Writes the results of a number of scenarios, one in fifty of them failed. */
  public static void write(Path folder, int scenarios) throws IOException {
    Files.createDirectories(folder);
    for (int i = 0; i < scenarios; i++) {
      write(folder, result(folder, i));
    }
  }

  private static void write(Path folder, Map<String, Object> result) throws IOException {
    Files.writeString(folder.resolve(result.get("uuid") + "-result.json"), Json.write(result));
  }

  private static Map<String, Object> result(Path folder, int number) throws IOException {
    boolean fails = number % FAILS_EVERY == FAILS_EVERY - 1;
    String file = "src/test/features/order-" + number / FEATURE + ".feature";
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("uuid", id("result", number));
    result.put("historyId", id("history", number));
    result.put("testCaseId", id("case", number));
    result.put("fullName", file + ":" + (number % FEATURE * 16 + 3));
    result.put("labels", labels(number, file));
    result.put("links", List.of());
    result.put("name", "An order of beans is paid and shipped, number " + number);
    result.put("status", fails ? "failed" : "passed");
    result.put("statusDetails", fails ? failure() : Map.of("flaky", false, "muted", false));
    result.put("stage", "finished");
    result.put("steps", steps(folder, number, fails));
    result.put("attachments", List.of());
    result.put("parameters", List.of());
    result.put("start", BEGIN + number * 10L);
    result.put("stop", BEGIN + number * 10L + 9);
    return result;
  }

  private static List<Object> labels(int number, String file) {
    List<Object> labels = new ArrayList<>();
    labels.add(label("epic", "Orders " + number % 3));
    labels.add(label("feature", "Checkout " + number / FEATURE));
    labels.add(label("package", file));
    labels.add(label("suite", "Checkout " + number / FEATURE));
    labels.add(label("host", "build-7"));
    labels.add(label("thread", "1234@build-7.main(1)"));
    labels.add(label("framework", "cucumber7jvm"));
    labels.add(label("language", "java"));
    labels.add(label("gherkin_uri", "file:" + file));
    return labels;
  }

  private static List<Object> steps(Path folder, int number, boolean fails) throws IOException {
    List<Object> steps = new ArrayList<>();
    for (int i = 0; i < STEPS; i++) {
      boolean last = i == STEPS - 1;
      Map<String, Object> step = new LinkedHashMap<>();
      step.put("name", (i % 3 == 0 ? "When " : "Then ") + "the order of beans takes its step " + i);
      step.put("status", fails && last ? "failed" : "passed");
      step.put("statusDetails", fails && last ? failure() : Map.of("flaky", false));
      step.put("stage", "finished");
      step.put("steps", List.of());
      step.put("attachments", i % 3 == 0 ? List.of(exchange(folder, number, i / 3)) : List.of());
      step.put("parameters", List.of());
      step.put("start", BEGIN + number * 10L);
      step.put("stop", BEGIN + number * 10L + 1);
      steps.add(step);
    }
    return steps;
  }

  private static Map<String, Object> exchange(Path folder, int number, int call)
      throws IOException {
    String source = id("exchange" + call, number) + "-attachment.txt";
    Files.writeString(folder.resolve(source), text(number, call));
    return Map.of("name", "POST /orders/" + call, "source", source, "type", "text/plain");
  }

  private static String text(int number, int call) {
    String order = id("order", number);
    StringBuilder items = new StringBuilder();
    for (int i = 0; i < 4; i++) {
      items.append(",\n    {\"sku\": \"BEANS-").append(number * 7 + i).append("\", \"quantity\": ");
      items.append(i + 1).append(", \"price\": \"").append(number % 97).append(".95\"}");
    }
    return "POST http://127.0.0.1:32771/orders/"
        + order
        + "\nAccept: application/json\nContent-Type: application/json\nAuthorization: *****"
        + ("\ntraceparent: 00-" + order.replace("-", "") + "-00f067aa0ba902b" + call + "-01")
        + ("\n\n{\"customer\": \"Ada-" + number + "\", \"items\": [" + items.substring(1) + "]}")
        + ("\n\n201 Created in " + (number % 9 + 1) + " ms\nContent-Type: application/json")
        + "\nDate: Wed, 25 Nov 2026 19:21:52 GMT\nServer: checkout\nContent-Length: 512"
        + ("\n\n{\"id\": \"" + order + "\", \"state\": \"paid\", \"items\": [" + items.substring(1))
        + "], \"total\": \"123.45\", \"currency\": \"EUR\"}";
  }

  private static Map<String, Object> failure() {
    StringBuilder trace = new StringBuilder("java.lang.AssertionError: The state is 'new'.");
    for (int i = 0; i < 12; i++) {
      trace
          .append("\n\tat dev.trestle.steps.http.ResponseCheck.check")
          .append(i)
          .append("(R.java)");
    }
    return Map.of("message", "The state is 'new', not 'paid'.", "trace", trace.toString());
  }

  private static Map<String, String> label(String name, String value) {
    return Map.of("name", name, "value", value);
  }

  private static String id(String kind, int number) {
    return UUID.nameUUIDFromBytes((kind + number).getBytes(java.nio.charset.StandardCharsets.UTF_8))
        .toString();
  }
}
