package dev.trestle.host.environment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** The operations of an OpenAPI document, as far as naming them goes. */
final class Operations {

  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

  private Operations() {}

  /** Methods with path templates, such as {@code GET /carts/{id}}; none when it cannot be read. */
  static List<String> of(Path document) {
    List<String> operations = new ArrayList<>();
    try {
      Object yaml =
          new Load(LoadSettings.builder().build()).loadFromString(Files.readString(document));
      if (yaml instanceof Map<?, ?> root && root.get("paths") instanceof Map<?, ?> paths) {
        paths.forEach((path, item) -> add(String.valueOf(path), item, operations));
      }
    } catch (IOException | YamlEngineException e) {
      return List.of(); // the steps that check by it say what is wrong with it
    }
    return operations;
  }

  private static void add(String path, Object item, List<String> operations) {
    if (item instanceof Map<?, ?> methods) {
      methods.keySet().stream()
          .map(String::valueOf)
          .filter(METHODS::contains)
          .forEach(method -> operations.add(method.toUpperCase(Locale.ROOT) + " " + path));
    }
  }
}
