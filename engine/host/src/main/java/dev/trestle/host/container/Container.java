package dev.trestle.host.container;

import com.github.dockerjava.api.command.InspectContainerResponse.ContainerState;
import com.github.dockerjava.api.command.InspectImageResponse;
import com.github.dockerjava.api.exception.NotModifiedException;
import dev.trestle.host.compose.ComposeService;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The container of one service, from its image to its end. */
public final class Container {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int KILLED = 137;
  private static final String UNHEALTHY = "unhealthy";

  private final Engine engine;
  private final ContainerRuntime runtime;
  private final ComposeService service;
  private final Supplier<ContainerRequest> request;
  private final AtomicLong logged = new AtomicLong();
  private volatile @Nullable String id;
  private volatile @Nullable String imageName;
  private volatile @Nullable String imageId;
  private volatile List<String> bases = List.of();
  private volatile HealthPlan health = HealthPlan.none();

  Container(
      Engine engine,
      ContainerRuntime runtime,
      ComposeService service,
      Supplier<ContainerRequest> request) {
    this.engine = engine;
    this.runtime = runtime;
    this.service = service;
    this.request = request;
  }

  /**
   * Gets the image and makes the container, without starting it.
   *
   * @param progress hears what takes its time
   * @throws ContainerException when the image cannot be had, or the engine refuses
   */
  public void create(Progress progress) throws ContainerException, InterruptedException {
    String image = runtime.image(service, progress);
    Optional<InspectImageResponse> known = runtime.inspect(image);
    imageName = image;
    bases = runtime.bases(service);
    imageId = known.map(InspectImageResponse::getId).orElse(null);
    health = HealthPlan.of(service.healthcheck(), known);
    id = runtime.create(request.get(), image);
  }

  /**
   * Starts it, for the first time or after a {@link #halt}.
   *
   * @param log takes what it logs and returns at the end of that
   * @return its main process
   */
  public Process start(Consumer<InputStream> log) throws ContainerException {
    String created = created();
    engine.ask(
        client -> done(() -> client.startContainerCmd(created).exec()),
        "The container of service '%s' does not start.".formatted(service.name()),
        advice());
    LogFollower.follow(engine, created, service.name(), log, logged);
    return new ContainerProcess(engine, created);
  }

  /** Its health check: the Compose file's and the image's together. */
  public HealthPlan health() {
    return health;
  }

  /** Runs the health check in the container. */
  public HealthTry tryHealth() throws InterruptedException {
    return HealthTry.of(engine, created(), health);
  }

  /** Whether the engine itself holds it for unhealthy: it tried as often as it should. */
  public boolean isUnhealthy() {
    return state()
        .filter(state -> Boolean.TRUE.equals(state.getRunning()) && state.getHealth() != null)
        .filter(state -> UNHEALTHY.equals(state.getHealth().getStatus()))
        .isPresent();
  }

  /** The evidence of a start that failed: state, exit code and why, the last health output. */
  public String evidence() {
    return state().map(Evidence::of).orElse("The engine knows no state of it.");
  }

  /** What an exit code says, when the engine knows more than the number; else empty. */
  public String explained(int exitCode) {
    if (exitCode == ContainerProcess.UNKNOWN) {
      return "the engine at " + engine.address() + " does not say how";
    }
    if (exitCode != KILLED) {
      return "";
    }
    boolean memory = state().map(ContainerState::getOOMKilled).orElse(false);
    return memory ? "killed, since it was out of memory" : "killed, often for want of memory";
  }

  /** Whether its image, or one that it is built from, is another one now than when it was made. */
  public boolean isImageOutdated() {
    String then = imageId;
    String name = imageName;
    if (then == null || name == null) {
      return false;
    }
    try {
      if (!runtime.bases(service).equals(bases)) {
        return true;
      }
      return service.build() == null
          && runtime.inspect(name).map(InspectImageResponse::getId).filter(then::equals).isEmpty();
    } catch (ContainerException e) {
      return false; // without an engine nobody can tell, and a start says so
    }
  }

  /**
   * Ends it and keeps what it has written.
   *
   * @param grace how long it may take to end by itself
   */
  public void halt(Duration grace) throws ContainerException {
    String created = created();
    engine.ask(
        client -> done(() -> client.stopContainerCmd(created).withTimeout(seconds(grace)).exec()),
        "The container of service '%s' does not stop.".formatted(service.name()),
        advice());
  }

  /** Has all of its processes do nothing, if they do something. */
  public void pause() throws ContainerException {
    String created = created();
    if (isPaused()) {
      return;
    }
    engine.ask(
        client -> client.pauseContainerCmd(created).exec(),
        "The container of service '%s' does not pause.".formatted(service.name()),
        advice());
  }

  /** Has them go on, if they do not. */
  public void resume() {
    String made = id;
    if (isPaused()) {
      engine.isDone(() -> engine.client().unpauseContainerCmd(made).exec());
    }
  }

  /**
   * Ends it and removes it with its anonymous volumes; bounded.
   *
   * @param grace how long it may take to end by itself, zero to kill it
   */
  public void remove(Duration grace) {
    String made = id;
    if (made == null) {
      return;
    }
    id = null;
    if (!grace.isZero()) {
      engine.isDone(
          grace, () -> engine.client().stopContainerCmd(made).withTimeout(seconds(grace)).exec());
    }
    engine.isRemoved(made);
  }

  private boolean isPaused() {
    return state().filter(state -> Boolean.TRUE.equals(state.getPaused())).isPresent();
  }

  /** The engine counts in whole seconds, of which none means to kill at once. */
  private static int seconds(Duration grace) {
    return (int) Math.max(1, grace.plusMillis(999).toSeconds());
  }

  /** It may be so already. */
  private static boolean done(Runnable change) {
    try {
      change.run();
      return true;
    } catch (NotModifiedException e) {
      return false;
    }
  }

  private Optional<ContainerState> state() {
    String made = id;
    if (made == null) {
      return Optional.empty();
    }
    try {
      return engine.bounded(
          PATIENCE,
          () -> Optional.ofNullable(engine.client().inspectContainerCmd(made).exec().getState()),
          Optional.empty());
    } catch (RuntimeException e) {
      return Optional.empty(); // the container or the engine is gone, which shows elsewhere
    }
  }

  private String created() {
    String made = id;
    if (made == null) {
      throw new IllegalStateException("There is no container.");
    }
    return made;
  }

  private String advice() {
    return "It is defined in %s.%nFix it there, or the image; docker run shows the same."
        .formatted(service.position());
  }
}
