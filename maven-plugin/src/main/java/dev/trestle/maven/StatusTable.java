package dev.trestle.maven;

import dev.trestle.protocol.HostStatus;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The status of an environment as people read it. */
final class StatusTable {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());

  private final HostStatus status;
  private final Path directory;

  /**
   * A table.
   *
   * @param status what it shows
   * @param directory the folder to which log files are shown relative
   */
  StatusTable(HostStatus status, Path directory) {
    this.status = status;
    this.directory = directory;
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        (status.since().isEmpty()
                ? "Environment starting"
                : "Environment up since " + TIME.format(Instant.parse(status.since())))
            + (status.running() ? "; a run goes on" : "")
            + (status.standby() ? "; a runner stands by" : ""));
    lines.add(
        "Lease: "
            + Durations.text(status.leaseSeconds() * 1_000L)
            + " without use; "
            + Durations.text(status.leaseLeftSeconds() * 1_000L)
            + " left");
    int name = width(status.services().stream().map(HostStatus.Service::name).toList());
    int health = width(status.services().stream().map(HostStatus.Service::health).toList());
    for (HostStatus.Service service : status.services()) {
      lines.add(
          "  "
              + padded(service.name(), name)
              + padded(service.kind().name().toLowerCase(Locale.ROOT), 8)
              + padded(service.health(), health)
              + endpoints(service)
              + "  "
              + log(service));
    }
    return lines;
  }

  private static String endpoints(HostStatus.Service service) {
    return service.endpoints().entrySet().stream()
        .map(endpoint -> endpoint.getKey() + " at " + endpoint.getValue())
        .collect(Collectors.joining(", "));
  }

  private String log(HostStatus.Service service) {
    Path log = Path.of(service.log());
    return log.startsWith(directory) ? directory.relativize(log).toString() : log.toString();
  }

  private static int width(List<String> texts) {
    return texts.stream().mapToInt(String::length).max().orElse(0);
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()) + 2);
  }
}
