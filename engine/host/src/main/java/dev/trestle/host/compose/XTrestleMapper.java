package dev.trestle.host.compose;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Maps {@code x-trestle} of a service. */
final class XTrestleMapper {
  private static final Keys KEYS =
      Keys.of(
          "process",
          "ready",
          "openapi",
          "asyncapi",
          "databases",
          "stub",
          "mailbox",
          "port",
          "edges");
  private static final Keys PROCESS_KEYS = Keys.of("command", "environment", "directory");

  private XTrestleMapper() {}

  static XTrestle map(Field service, Warnings warnings) {
    Field field = service.get("x-trestle");
    if (field == null) {
      return XTrestle.none(service.position());
    }
    KEYS.check(field, warnings);
    Field process = field.get("process");
    Field ready = field.get("ready");
    Field openapi = field.get("openapi");
    Field asyncapi = field.get("asyncapi");
    Field databases = field.get("databases");
    Field stub = field.get("stub");
    Field mailbox = field.get("mailbox");
    Field port = field.get("port");
    Field edges = field.get("edges");
    return new XTrestle(
        process == null ? null : process(process, warnings),
        ready == null ? null : ReadinessMapper.map(ready, warnings),
        openapi == null ? null : openapi.path(),
        asyncapi == null ? null : asyncapi.path(),
        databases == null ? List.of() : databases(databases),
        stub == null ? null : stub.path(),
        mailbox != null && mailbox.flag(),
        port == null ? null : port.port(),
        edges == null ? List.of() : EdgesMapper.map(edges, warnings),
        field.position());
  }

  private static List<Value> databases(Field databases) {
    Map<String, Value> unique = new LinkedHashMap<>();
    databases.items().forEach(item -> unique.putIfAbsent(item.text(), item.value()));
    return List.copyOf(unique.values());
  }

  private static ProcessCommand process(Field process, Warnings warnings) {
    boolean isLong = process.isMapping();
    if (isLong) {
      PROCESS_KEYS.check(process, warnings);
    }
    Field command = isLong ? process.get("command") : process;
    List<Field> words = command == null ? List.of() : command.words();
    if (words.isEmpty()) {
      throw process.error(
          "a process has no command",
          isLong
              ? "It has the keys: " + String.join(", ", process.entries().keySet()) + "."
              : "The list is empty.",
          "Write the program and its arguments, as in: process: [java, -jar, app.jar]");
    }
    Field environment = isLong ? process.get("environment") : null;
    Map<String, Value> values = new LinkedHashMap<>();
    if (environment != null) {
      EnvironmentMapper.addAssignments(environment, values);
    }
    Field directory = isLong ? process.get("directory") : null;
    Path base = process.node().origin().source().base();
    return new ProcessCommand(
        words.stream().map(Field::value).toList(),
        values,
        directory == null ? base : directory.path(),
        process.position());
  }
}
