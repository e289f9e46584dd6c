package dev.trestle.host.run;

import dev.trestle.host.container.EngineAddress;
import dev.trestle.host.container.EngineSearch;
import dev.trestle.protocol.RunEvent.RunAborted.Kind;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which runtime an environment is started on.
 *
 * @param engine the engine of the container runtime, null for the process runtime
 * @param why why it was taken
 */
record RuntimeChoice(@Nullable EngineAddress engine, String why) {

  static final String PROCESS = "process";
  static final String CONTAINER = "container";
  static final String AUTO = "auto";

  /**
   * Chooses.
   *
   * @param asked what {@code trestle.runtime} says
   * @param search looks for an engine
   */
  static RuntimeChoice of(String asked, Supplier<EngineSearch.Result> search) {
    return switch (asked) {
      case PROCESS -> new RuntimeChoice(null, "as asked for");
      case AUTO -> auto(search.get());
      case CONTAINER -> container(search.get());
      default ->
          throw new RunAbortedException(
              Kind.PROJECT,
              "There is no runtime '"
                  + asked
                  + "'.\nThe runtimes are auto, process and container.\n"
                  + "trestle.runtime is set in the POM or on the command line.\nCorrect it.");
    };
  }

  String runtime() {
    return engine == null ? PROCESS : CONTAINER;
  }

  private static RuntimeChoice auto(EngineSearch.Result found) {
    EngineAddress engine = found.engine().orElse(null);
    if (engine != null) {
      return new RuntimeChoice(engine, "an engine answers at " + engine);
    }
    List<String> silent =
        found.tried().stream().filter(tried -> !tried.endsWith(": not there")).toList();
    return new RuntimeChoice(
        null,
        silent.isEmpty()
            ? "there is no container engine"
            : "no container engine answers: " + String.join("; ", silent));
  }

  private static RuntimeChoice container(EngineSearch.Result found) {
    EngineAddress engine = found.engine().orElse(null);
    if (engine != null) {
      return new RuntimeChoice(engine, "as asked for, at " + engine);
    }
    throw new RunAbortedException(
        Kind.MACHINE,
        "The container runtime was asked for, and no container engine answers.\nTried:\n"
            + found.tried().stream().map("  "::concat).collect(Collectors.joining("\n"))
            + "\ntrestle.runtime is 'container', in the POM or on the command line.\n"
            + "Start an engine (Docker, Docker Desktop, Colima, Podman's socket), point DOCKER_HOST to"
            + " it, or set trestle.runtime to 'auto' or 'process'.");
  }
}
