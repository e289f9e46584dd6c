package dev.trestle.host.environment;

import dev.trestle.host.compose.ComposeProject;
import dev.trestle.host.compose.ComposeService;
import dev.trestle.host.compose.Healthcheck;
import dev.trestle.host.compose.ProcessCommand;
import dev.trestle.host.compose.Readiness;
import dev.trestle.host.compose.ToldEdge;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a service was started from, to tell later whether that has changed. Where it is written does
 * not count: a comment above it changes nothing.
 *
 * @param text the resolved definition
 * @param files the files that it is started from, each with its stamp
 */
record Definition(String text, Map<String, String> files) {

  /**
   * The definition of a service.
   *
   * @param service the service
   * @param ports where it listens
   * @param rewiring points it to its providers
   * @param contained the system, when the service runs in a container of it; else null
   */
  static Definition of(
      ComposeService service,
      AddressBook.Ports ports,
      Rewiring rewiring,
      @Nullable ComposeProject contained) {
    List<String> lines = new ArrayList<>();
    lines.add("image " + service.image());
    service
        .environment()
        .forEach((name, value) -> lines.add(name + "=" + rewiring.text(value.text())));
    service.dependsOn().forEach((name, on) -> lines.add("after " + name + " " + on.condition()));
    lines.add("ports " + ports.local());
    lines.add("names " + new TreeSet<>(service.aliases()));
    lines.add("ready " + readiness(service.xTrestle().ready()));
    lines.add("health " + health(service.healthcheck()));
    lines.add("databases " + service.xTrestle().databases());
    lines.add("mailbox " + service.xTrestle().mailbox());
    lines.add("stub " + service.xTrestle().stub());
    for (ToldEdge edge : service.xTrestle().edges()) {
      lines.add(
          "edge %s %d %s %s %s"
              .formatted(
                  edge.provider(),
                  edge.port(),
                  edge.http(),
                  edge.hostVariable(),
                  edge.portVariable()));
    }
    Map<String, String> files = new LinkedHashMap<>();
    Path stub = service.xTrestle().stub();
    if (stub != null) {
      files.put(stub.getFileName().toString(), FileStamps.of(stub));
    }
    if (contained != null) {
      lines.addAll(ContainerDefinition.lines(service, contained));
      files.putAll(ContainerDefinition.files(service, contained));
      return new Definition(String.join("\n", lines), files);
    }
    ProcessCommand process = service.xTrestle().process();
    if (process != null) {
      lines.add("in " + process.directory());
      process.command().forEach(argument -> lines.add("run " + rewiring.text(argument.text())));
      process
          .environment()
          .forEach((name, value) -> lines.add(name + "=" + rewiring.text(value.text())));
      files.putAll(CommandFiles.of(service, process));
    }
    return new Definition(String.join("\n", lines), files);
  }

  /** Why a service with this definition is not what it is now defined to be, if it is not. */
  Optional<String> change(Definition now) {
    if (!text.equals(now.text)) {
      return Optional.of("its definition changed");
    }
    return now.files.entrySet().stream()
        .filter(file -> !Objects.equals(files.get(file.getKey()), file.getValue()))
        .map(file -> file.getKey() + " changed")
        .findFirst();
  }

  private static List<Object> health(@Nullable Healthcheck check) {
    return check == null
        ? List.of()
        : Arrays.asList(
            check.test(),
            check.interval(),
            check.timeout(),
            check.retries(),
            check.startPeriod(),
            check.disabled());
  }

  private static String readiness(@Nullable Readiness ready) {
    if (ready instanceof Readiness.Http http) {
      return http.path() + " " + http.port() + " " + http.status() + " " + http.timeout();
    }
    if (ready instanceof Readiness.Log log) {
      return log.pattern() + " " + log.timeout();
    }
    if (ready instanceof Readiness.Port port) {
      return port.port() + " " + port.timeout();
    }
    return ready == null ? "" : String.valueOf(ready.timeout());
  }
}
