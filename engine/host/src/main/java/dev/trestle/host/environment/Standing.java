package dev.trestle.host.environment;

import dev.trestle.host.compose.ComposeProject;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Whether all services of the last start are up. A run in an environment that lacks one would make
 * every scenario red that uses it, each with advice that leads elsewhere.
 */
final class Standing {

  private final DeathWatch deaths;
  private final UnaryOperator<String> logs;
  private volatile List<String> wanted = List.of();
  private volatile String failure = "";

  /**
   * Nothing was started yet.
   *
   * @param deaths knows how services ended
   * @param logs the path of a service's log as a message shows it
   */
  Standing(DeathWatch deaths, UnaryOperator<String> logs) {
    this.deaths = deaths;
    this.logs = logs;
  }

  /** A start begins, after which all of these should be up. */
  void wants(ComposeProject project) {
    wanted = List.copyOf(project.services().keySet());
    failure = "";
  }

  /** The start failed, and what it replaced is not up. */
  void failed(String message) {
    failure = message;
  }

  /**
   * Returns when all of them are ready.
   *
   * @throws StartFailure with a four-part message about those that are not up
   */
  void require(Running running) throws StartFailure, InterruptedException {
    List<String> missing =
        wanted.stream().filter(name -> !running.parts().containsKey(name)).toList();
    if (!missing.isEmpty()) {
      throw new StartFailure(
          "%s not up, and no scenario was run.%n".formatted(named(missing))
              + "The last start of the environment failed:%n%s%n"
                  .formatted(failure.indent(2).stripTrailing())
              + "Correct that, and run mvn trestle:start.");
    }
    Collection<Part> parts = running.parts().values();
    List<Part> ended = parts.stream().filter(Standing::hasEnded).toList();
    if (!ended.isEmpty()) {
      throw new StartFailure(
          "%s not up, and no scenario was run.%n"
                  .formatted(named(ended.stream().map(part -> part.service().name()).toList()))
              + ended.stream().map(this::evidence).collect(Collectors.joining())
              + "Correct what ended it, and run mvn trestle:start, which starts it anew.");
    }
    new Recovery(parts, logs, "when the run began").await();
  }

  private static boolean hasEnded(Part part) {
    return part.process()
        .filter(process -> !process.isAlive() && !part.mayEndWith(process.exitValue()))
        .isPresent();
  }

  private String evidence(Part part) {
    String name = part.service().name();
    Optional<ServiceDeath> death =
        deaths.all().stream().filter(known -> known.name().equals(name)).reduce((a, b) -> b);
    return death
        .map(ServiceDeath::message)
        .map(message -> message.strip() + System.lineSeparator())
        .orElse("Log: %s%n".formatted(logs.apply(name)));
  }

  private static String named(List<String> names) {
    String quoted = names.stream().collect(Collectors.joining("', '", "'", "'"));
    return names.size() == 1 ? "Service " + quoted + " is" : "Services " + quoted + " are";
  }
}
