package dev.trestle.host.environment;

import dev.trestle.host.compose.ComposeService;
import dev.trestle.host.container.Container;
import dev.trestle.host.container.ContainerException;
import dev.trestle.host.standin.Contained;
import dev.trestle.protocol.ServiceDescription;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A service in a container. */
final class ContainerPart implements Part {

  private static final int START_MILLIS = 1_000;
  private static final int LAST_LINES = 15;
  private static final int EXIT_SECONDS = 30;

  private final ContainerLaunch launch;
  private final Container container;
  private final EnvironmentListener listener;
  private volatile @Nullable Process process;
  private volatile Map<String, String> properties = Map.of();

  ContainerPart(ContainerLaunch launch, Container container, EnvironmentListener listener) {
    this.launch = launch;
    this.container = container;
    this.listener = listener;
  }

  @Override
  public ComposeService service() {
    return launch.service();
  }

  @Override
  public ServiceDescription.Kind kind() {
    return launch.kind();
  }

  @Override
  public int startMillis() {
    return isService() ? 0 : START_MILLIS;
  }

  private boolean isService() {
    return kind() == ServiceDescription.Kind.SERVICE;
  }

  @Override
  public void prepare() throws StartFailure, InterruptedException {
    try {
      container.create(text -> listener.progress(service().name(), text));
    } catch (ContainerException e) {
      throw new StartFailure(e);
    }
  }

  @Override
  public void start() throws StartFailure {
    try {
      process = container.start(launch.log()::pump);
    } catch (ContainerException e) {
      throw new StartFailure(e);
    }
  }

  @Override
  public void awaitReady() throws StartFailure, InterruptedException {
    Process started = process;
    if (started == null) {
      throw new IllegalStateException("Not started.");
    }
    ReadyWait wait =
        new ReadyWait(
            service().name(),
            started,
            launch.log(),
            launch.logPath(),
            service().position(),
            container::evidence);
    ReadyCheck check = check();
    if (launch.job()) {
      wait.forEnd(check.timeout());
    } else if (!mayEndWith(0)) {
      wait.forCheck(check);
    }
    Contained product = launch.product();
    if (product != null) {
      properties = prepared(product, check.timeout());
    }
  }

  private Map<String, String> prepared(Contained product, Duration timeout)
      throws StartFailure, InterruptedException {
    try {
      return product.prepare(service(), launch.ports().main(), timeout);
    } catch (IOException e) {
      throw new StartFailure(
          "Service '%s' runs, and cannot be put in order.%n%s%n%s%n"
                  .formatted(service().name(), e.getMessage(), container.evidence())
              + Messages.log(launch.logPath(), launch.log().last(LAST_LINES))
              + "Fix services.%s in %s.".formatted(service().name(), service().position()));
    }
  }

  private ReadyCheck check() {
    return ContainerReady.of(launch, container);
  }

  @Override
  public Map<String, String> properties() {
    return properties;
  }

  /** A job's end is no death. */
  @Override
  public Optional<Process> process() {
    return launch.job() ? Optional.empty() : Optional.ofNullable(process);
  }

  /** What takes no calls and is never said to be ready is done when it has ended well. */
  @Override
  public boolean mayEndWith(int exitCode) {
    return exitCode == 0
        && !launch.told()
        && container.health().test().isEmpty()
        && service().xTrestle().ready() == null;
  }

  @Override
  public String explained(int exitCode) {
    return container.explained(exitCode);
  }

  @Override
  public @Nullable String trouble() {
    Process started = process;
    if (started == null || launch.job()) {
      return null;
    }
    if (started.isAlive()) {
      return check().probe().attempt();
    }
    return mayEndWith(started.exitValue()) ? null : "ended with exit code " + started.exitValue();
  }

  @Override
  public Optional<String> outdated() {
    return container.isImageOutdated() ? Optional.of("its image changed") : Optional.empty();
  }

  /**
   * Returns when the end of its process is known here too, so that nobody takes what has ended for
   * what still runs: the engine reports the stop and the exit on two connections, in any order.
   */
  @Override
  public void halt() throws StartFailure, InterruptedException {
    if (launch.job()) {
      throw new StartFailure(Messages.noStop(service()));
    }
    try {
      container.halt(grace());
    } catch (ContainerException e) {
      throw new StartFailure(e);
    }
    Process ended = process;
    if (ended != null && !ended.waitFor(EXIT_SECONDS, TimeUnit.SECONDS)) {
      throw new StartFailure(
          "The container of service '%s' was stopped, but its exit code is not known after %d s.%n"
                  .formatted(service().name(), EXIT_SECONDS)
              + "%s%n".formatted(container.evidence())
              + "It is defined in %s.%n".formatted(service().position())
              + "Check the container engine: docker wait does not return for this container.");
    }
  }

  @Override
  public void pause() throws StartFailure {
    try {
      container.pause();
    } catch (ContainerException e) {
      throw new StartFailure(e);
    }
  }

  @Override
  public void resume() {
    container.resume();
  }

  /** What holds nothing that outlives the environment need not be put in order first. */
  @Override
  public void stop() {
    container.resume(); // a held process cannot end by itself
    container.remove((isService() && !launch.job()) || outlives() ? grace() : Duration.ZERO);
  }

  /** Whether someone may look later at what it writes, or its file says that its end takes time. */
  private boolean outlives() {
    return service().container().stopGrace() != null
        || service().volumes().stream()
            .anyMatch(volume -> volume.source() != null && !volume.readOnly());
  }

  private Duration grace() {
    Duration asked = service().container().stopGrace();
    return asked == null ? ProcessPart.GRACE : asked;
  }
}
