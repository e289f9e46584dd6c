package dev.trestle.host.environment;

import dev.trestle.host.compose.ComposeService;
import dev.trestle.host.edge.Edge;
import dev.trestle.protocol.Fault;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** Phrases that several messages share. */
final class Messages {

  private Messages() {}

  /** The part that shows a log. */
  static String log(String path, List<String> lastLines) {
    if (lastLines.isEmpty()) {
      return "Log: %s (empty).%n".formatted(path);
    }
    return "Log: %s; its last lines:%n".formatted(path)
        + lastLines.stream().map("  %s%n"::formatted).collect(Collectors.joining());
  }

  /** Why a job is not stopped. */
  static String noStop(ComposeService job) {
    return "Service '%s' cannot be stopped.%n".formatted(job.name())
        + "It is a job that others wait for to complete, and it has ended.%n".formatted()
        + "It is defined in %s.%n".formatted(job.position())
        + "Stop a service that stays up.";
  }

  /** Why a start came to no end. */
  static String startInterrupted(String logs) {
    return "The start of the environment was interrupted.%n".formatted()
        + "Its host was told to end, as by mvn trestle:stop.%n".formatted()
        + "What had started was taken down; logs: %s.%n".formatted(logs)
        + "Start it again.";
  }

  /** Why a fault cannot be. */
  static String noEdge(Fault fault, List<Edge> edges) {
    return "There is no edge from '%s' to '%s' to break.%n"
            .formatted(fault.consumer(), fault.provider())
        + "The edges are: %s.%n".formatted(edges)
        + "An edge is made for each http://name:port in the environment of a service.%n".formatted()
        + "Name two services that are connected so.";
  }

  /** Why what a scenario asks for is refused. */
  static String noScenarioOfRun(String what) {
    return "The %s was refused: its scenario does not belong to the run in progress.%n"
            .formatted(what)
        + "The trace id of the scenario carries the mark of another run.%n".formatted()
        + "That run has ended, or was killed; see target/trestle/logs/runner.log.%n".formatted()
        + "Nothing needs to be done, unless a runner of that run still works: end it.";
  }

  /** A duration as a person writes it. */
  static String time(Duration duration) {
    long millis = duration.toMillis();
    return millis % 1000 == 0 ? millis / 1000 + " s" : millis + " ms";
  }
}
