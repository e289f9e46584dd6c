package dev.trestle.host.run;

import dev.trestle.host.compose.ComposeProject;
import dev.trestle.host.compose.ComposeReader;
import dev.trestle.host.compose.ComposeRequest;
import dev.trestle.host.compose.ComposeService;
import dev.trestle.host.container.EngineAddress;
import dev.trestle.host.container.EngineSearch;
import dev.trestle.host.container.ImageCheck;
import dev.trestle.host.environment.Changes;
import dev.trestle.host.environment.Environment;
import dev.trestle.host.environment.EnvironmentListener;
import dev.trestle.host.environment.EnvironmentRequest;
import dev.trestle.host.environment.ServiceDeath;
import dev.trestle.host.session.Session;
import dev.trestle.protocol.RunEvent;
import dev.trestle.protocol.StartRequest;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads the Compose files of a project and starts, or brings up to date, what they describe. */
final class EnvironmentStart {

  private final StartRequest request;
  private final Session session;
  private final Consumer<RunEvent> events;

  EnvironmentStart(StartRequest request, Session session, Consumer<RunEvent> events) {
    this.request = request;
    this.session = session;
    this.events = events;
  }

  /** Whether there is no Compose file, so that starting takes no time. */
  static boolean isNothing(StartRequest request) {
    return request.composeFiles().isEmpty()
        && !ComposeReader.hasDefaultFile(Path.of(request.directory()));
  }

  /** Starts the project's environment. */
  Environment start() {
    return start(project());
  }

  /** Starts an environment of nothing, for a run that only matches steps. */
  Environment startNothing() {
    return start(nothing());
  }

  private Environment start(ComposeProject project) {
    warn(project);
    long begin = System.nanoTime();
    RuntimeChoice choice = choose(project);
    if (!project.services().isEmpty()) {
      List<String> names = List.copyOf(project.services().keySet());
      events.accept(new RunEvent.EnvironmentStarting(choice.runtime(), choice.why(), names));
    }
    Environment environment = Environment.start(wanted(project, choice.engine()), new Listener());
    if (!project.services().isEmpty()) {
      ready(begin);
    }
    return environment;
  }

  /** Brings an environment up to date. */
  void update(Environment environment) {
    ComposeProject project = project();
    warn(project);
    long begin = System.nanoTime();
    environment.update(
        wanted(project, environment.engine()),
        changes ->
            events.accept(new RunEvent.ServicesReplaced(changes.replaced(), changes.kept())));
    ready(begin);
  }

  /** How an environment differs from what the project describes now. */
  Changes changes(Environment environment) {
    return environment.changes(wanted(project(), environment.engine()));
  }

  private void warn(ComposeProject project) {
    project.warnings().forEach(warning -> events.accept(new RunEvent.Warning(warning.toString())));
  }

  private void ready(long begin) {
    events.accept(new RunEvent.EnvironmentReady((System.nanoTime() - begin) / 1_000_000));
  }

  private EnvironmentRequest wanted(ComposeProject project, @Nullable EngineAddress engine) {
    return new EnvironmentRequest(
        project,
        session,
        Path.of(request.logs()),
        EnvironmentRequest.READY_TIMEOUT,
        engine,
        request.edges());
  }

  /** Whether no update makes an environment the one that is explicitly asked for now. */
  boolean isOther(Environment environment) {
    String asked = request.runtime();
    boolean otherRuntime =
        !asked.equals(RuntimeChoice.AUTO) && !asked.equals(environment.description().runtime());
    return (otherRuntime || request.edges() != environment.hasEdges())
        && !environment.description().services().isEmpty();
  }

  private RuntimeChoice choose(ComposeProject project) {
    List<ComposeService> contained = Environment.contained(project);
    if (contained.isEmpty() && request.runtime().equals(RuntimeChoice.AUTO)) {
      return new RuntimeChoice(null, "no service is for a container");
    }
    RuntimeChoice choice = RuntimeChoice.of(request.runtime(), EnvironmentStart::search);
    EngineAddress engine = choice.engine();
    if (engine == null || !request.runtime().equals(RuntimeChoice.AUTO)) {
      return choice;
    }
    return ImageCheck.problem(engine, contained, new Listener()::progress)
        .map(this::withoutImages)
        .orElse(choice);
  }

  private RuntimeChoice withoutImages(String problem) {
    events.accept(
        new RunEvent.Warning(
            problem + System.lineSeparator() + "Local processes are taken instead."));
    return new RuntimeChoice(null, "an engine answers, and an image cannot be had");
  }

  private static EngineSearch.Result search() {
    Path home = Path.of(System.getProperty("user.home"));
    return new EngineSearch(System.getenv(), home).find();
  }

  private ComposeProject project() {
    Path directory = Path.of(request.directory());
    List<Path> files = request.composeFiles().stream().map(Path::of).toList();
    if (isNothing(request)) {
      return nothing();
    }
    Map<String, String> variables = new HashMap<>(System.getenv());
    variables.putAll(request.variables());
    return ComposeReader.read(
        new ComposeRequest(directory, files, new HashSet<>(request.profiles()), variables));
  }

  private ComposeProject nothing() {
    return new ComposeProject(request.project(), List.of(), Map.of(), List.of());
  }

  /** Hands on what happens to services. */
  private final class Listener implements EnvironmentListener {

    @Override
    public void starting(String service) {}

    @Override
    public void progress(String service, String text) {
      events.accept(new RunEvent.ServiceProgress(service, text));
    }

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
