package dev.trestle.cornershop.planted;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A scenario that failed, as the Allure results have it.
 *
 * @param name its feature and its own name
 * @param message what the failure says
 * @param evidence the failure again, and all that is attached to the scenario: its exchanges, and
 *     what the services logged during it
 */
record RedScenario(String name, String message, String evidence) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> RED = Set.of("failed", "broken");

  /** The red scenarios in a folder of results. */
  static List<RedScenario> in(Path results) throws IOException {
    try (Stream<Path> files = Files.list(results)) {
      return files
          .filter(file -> file.toString().endsWith("-result.json"))
          .map(RedScenario::read)
          .filter(result -> RED.contains(result.path("status").asText()))
          .map(result -> of(result, results))
          .toList();
    }
  }

  private static RedScenario of(JsonNode result, Path results) {
    String message = result.path("statusDetails").path("message").asText();
    List<String> evidence = new ArrayList<>(List.of(message));
    // The parts of phrases are steps within steps, with attachments of their own.
    for (JsonNode attachments : result.findValues("attachments")) {
      attachments.forEach(attachment -> evidence.add(text(attachment, results)));
    }
    for (JsonNode label : result.path("labels")) {
      if (label.path("name").asText().equals("feature")) {
        String name = label.path("value").asText() + ": " + result.path("name").asText();
        return new RedScenario(name, message, String.join("\n", evidence));
      }
    }
    return new RedScenario(result.path("name").asText(), message, String.join("\n", evidence));
  }

  private static String text(JsonNode attachment, Path results) {
    Path file = results.resolve(attachment.path("source").asText());
    try {
      byte[] content = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
      return attachment.path("name").asText() + "\n" + new String(content, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode read(Path file) {
    try {
      return JSON.readTree(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
