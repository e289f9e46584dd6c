package dev.trestle.host.environment;

import dev.trestle.host.compose.ComposeService;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** What services were started from, as texts that do not depend on where they listen. */
final class Origins {

  private Origins() {}

  static Map<String, String> of(Running running) {
    Map<String, String> origins = new LinkedHashMap<>();
    running
        .parts()
        .forEach(
            (name, part) ->
                origins.put(name, of(part.service(), running.definitions().get(name).files())));
    return origins;
  }

  private static String of(ComposeService service, Map<String, String> files) {
    Map<String, String> variables = new TreeMap<>();
    service.environment().forEach((name, value) -> variables.put(name, value.text()));
    Path openApi = service.xTrestle().openapi();
    return FileStamps.hash(
        service.image()
            + variables
            + new TreeMap<>(files)
            + (openApi == null ? "" : FileStamps.of(openApi)));
  }
}
