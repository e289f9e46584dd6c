package dev.trestle.host.run;

import dev.trestle.host.compose.ComposeProject;
import dev.trestle.host.compose.ComposeReader;
import dev.trestle.host.compose.ComposeRequest;
import dev.trestle.host.environment.Environment;
import dev.trestle.host.environment.EnvironmentListener;
import dev.trestle.host.environment.EnvironmentRequest;
import dev.trestle.host.environment.ServiceDeath;
import dev.trestle.host.session.Session;
import dev.trestle.protocol.RunEvent;
import dev.trestle.protocol.RunEvent.RunAborted.Kind;
import dev.trestle.protocol.RunRequest;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Reads the Compose files of a run and starts what they describe. */
final class EnvironmentStart {

  private final RunRequest request;
  private final Session session;
  private final Consumer<RunEvent> events;

  EnvironmentStart(RunRequest request, Session session, Consumer<RunEvent> events) {
    this.request = request;
    this.session = session;
    this.events = events;
  }

  Environment start() {
    String why = runtime();
    ComposeProject project = project();
    project.warnings().forEach(warning -> events.accept(new RunEvent.Warning(warning.toString())));
    long begin = System.nanoTime();
    if (!project.services().isEmpty()) {
      List<String> names = List.copyOf(project.services().keySet());
      events.accept(new RunEvent.EnvironmentStarting("process", why, names));
    }
    Environment environment =
        Environment.start(
            new EnvironmentRequest(project, session, Path.of(request.output().logs())),
            new Listener());
    if (!project.services().isEmpty()) {
      events.accept(new RunEvent.EnvironmentReady((System.nanoTime() - begin) / 1_000_000));
    }
    return environment;
  }

  private String runtime() {
    return switch (request.runtime()) {
      case "process" -> "as asked for";
      case "auto" -> "local processes; this version has no container runtime";
      case "container" ->
          throw new RunAbortedException(
              Kind.PROJECT,
              "The container runtime was asked for, and this version of Trestle has none.\n"
                  + "trestle.runtime is 'container'.\nIt is set in the POM or on the command line.\n"
                  + "Remove it, or set trestle.runtime to 'process' or 'auto'.");
      default ->
          throw new RunAbortedException(
              Kind.PROJECT,
              "There is no runtime '"
                  + request.runtime()
                  + "'.\nThe runtimes are auto, process and container.\n"
                  + "trestle.runtime is set in the POM or on the command line.\nCorrect it.");
    };
  }

  private ComposeProject project() {
    Path directory = Path.of(request.directory());
    List<Path> files = request.composeFiles().stream().map(Path::of).toList();
    if (request.dryRun() || files.isEmpty() && !ComposeReader.hasDefaultFile(directory)) {
      return new ComposeProject(request.project(), List.of(), Map.of(), List.of());
    }
    Map<String, String> variables = new HashMap<>(System.getenv());
    variables.putAll(request.variables());
    return ComposeReader.read(
        new ComposeRequest(directory, files, new HashSet<>(request.profiles()), variables));
  }

  /** Hands on what happens to services. */
  private final class Listener implements EnvironmentListener {

    @Override
    public void starting(String service) {}

    @Override
    public void ready(String service, long millis) {
      events.accept(new RunEvent.ServiceReady(service, millis));
    }

    @Override
    public void died(ServiceDeath death) {
      events.accept(new RunEvent.Warning(death.message()));
    }
  }
}
