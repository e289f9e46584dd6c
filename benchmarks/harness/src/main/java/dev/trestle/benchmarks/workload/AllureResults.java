package dev.trestle.benchmarks.workload;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A folder of Allure's result files, multiplied. */
public final class AllureResults {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> IDENTITIES =
      Set.of("uuid", "historyId", "testCaseId", "fullName", "name", "source");

  private AllureResults() {}

  /**
   * Copies results, the copies with identities, names and attachments of their own.
   *
   * @param from the folder of results
   * @param to the folder of all copies
   * @param times how many copies
   */
  public static void multiply(Path from, Path to, int times) throws IOException {
    Files.createDirectories(to);
    List<Path> files;
    try (Stream<Path> all = Files.list(from)) {
      files = all.filter(Files::isRegularFile).sorted().toList();
    }
    for (int copy = 1; copy <= times; copy++) {
      for (Path file : files) {
        copy(file, to, copy);
      }
    }
  }

  private static void copy(Path file, Path to, int copy) throws IOException {
    String name = file.getFileName().toString();
    if (name.endsWith("-result.json") || name.endsWith("-container.json")) {
      JsonNode json = JSON.readTree(file.toFile());
      renameTop((ObjectNode) json, copy);
      Files.write(to.resolve(copied(name, copy)), JSON.writeValueAsBytes(json));
    } else if (name.contains("-attachment")) {
      Files.copy(file, to.resolve(copied(name, copy)));
    } else if (copy == 1) {
      Files.copy(file, to.resolve(name));
    }
  }

  /** The result's or container's own identities, and the attachments anywhere below. */
  private static void renameTop(ObjectNode top, int copy) {
    IDENTITIES.forEach(
        field -> {
          if (top.path(field).isTextual()) {
            top.put(field, copied(top.get(field).asText(), copy));
          }
        });
    if (top.get("children") instanceof ArrayNode children) {
      for (int i = 0; i < children.size(); i++) {
        children.set(i, TextNode.valueOf(copied(children.get(i).asText(), copy)));
      }
    }
    renameSources(top, copy);
  }

  private static void renameSources(JsonNode node, int copy) {
    for (JsonNode child : node) {
      if (child instanceof ObjectNode object && object.path("source").isTextual()) {
        object.put("source", copied(object.get("source").asText(), copy));
      }
      renameSources(child, copy);
    }
  }

  private static String copied(String identity, int copy) {
    return copy + "-" + identity;
  }
}
