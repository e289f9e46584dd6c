package dev.trestle.steps.core.phrase;

import dev.trestle.protocol.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads Allure results back. */
final class AllureTree {

  private AllureTree() {}

  static String of(Path results) throws IOException {
    try (Stream<Path> files = Files.list(results)) {
      Path result =
          files.filter(file -> file.toString().endsWith("-result.json")).findFirst().orElseThrow();
      StringBuilder tree = new StringBuilder();
      steps((Map<?, ?>) Json.parse(Files.readString(result)), "", tree);
      return tree.toString();
    }
  }

  private static void steps(Map<?, ?> parent, String indent, StringBuilder tree) {
    for (Object child : (List<?>) parent.get("steps")) {
      Map<?, ?> step = (Map<?, ?>) child;
      tree.append(indent).append(step.get("status")).append(' ').append(step.get("name"));
      for (Object attachment : (List<?>) step.get("attachments")) {
        tree.append(" [").append(((Map<?, ?>) attachment).get("name")).append(']');
      }
      for (Object each : (List<?>) step.get("parameters")) {
        Map<?, ?> parameter = (Map<?, ?>) each;
        tree.append(" | ")
            .append(parameter.get("name"))
            .append(" = ")
            .append(parameter.get("value"));
      }
      tree.append('\n');
      steps(step, indent + "  ", tree);
    }
  }
}
