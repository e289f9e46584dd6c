package dev.trestle.host.container;

import com.github.dockerjava.api.command.InspectContainerResponse.ContainerState;
import com.github.dockerjava.api.command.InspectImageResponse;
import com.github.dockerjava.api.model.ContainerConfig;
import com.github.dockerjava.api.model.HealthCheck;
import dev.trestle.host.compose.ComposeService;
import dev.trestle.host.compose.Healthcheck;
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

  private static final int KILLED = 137;
  private static final String NONE = "NONE";
  private static final String UNHEALTHY = "unhealthy";

  private final Engine engine;
  private final ContainerRuntime runtime;
  private final ComposeService service;
  private final Supplier<ContainerRequest> request;
  private final AtomicLong logged = new AtomicLong();
  private volatile @Nullable String id;
  private volatile @Nullable String imageName;
  private volatile @Nullable String imageId;
  private volatile List<String> healthcheck = List.of();

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
    imageId = known.map(InspectImageResponse::getId).orElse(null);
    healthcheck = healthcheck(known.map(InspectImageResponse::getConfig).orElse(null));
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
        client -> client.startContainerCmd(created).exec(),
        "The container of service '%s' does not start.".formatted(service.name()),
        advice());
    LogFollower.follow(engine, created, service.name(), log, logged);
    return new ContainerProcess(engine, created);
  }

  /**
   * Its health check, the Compose file's or the image's: CMD or CMD-SHELL first; empty for none.
   */
  public List<String> healthcheck() {
    return healthcheck;
  }

  /** How long one health check may take. */
  public Duration healthTimeout() {
    Healthcheck own = service.healthcheck();
    return own == null ? Duration.ofSeconds(30) : own.timeout();
  }

  /** Runs the health check in the container. */
  public HealthTry tryHealth() throws InterruptedException {
    return HealthTry.of(engine, created(), healthcheck, healthTimeout());
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

  /** Whether its image is another one now than when it was made. */
  public boolean isImageOutdated() {
    String then = imageId;
    String name = imageName;
    return then != null
        && name != null
        && service.build() == null
        && runtime.inspect(name).map(InspectImageResponse::getId).filter(then::equals).isEmpty();
  }

  /**
   * Ends it and keeps what it has written.
   *
   * @param grace how long it may take to end by itself
   */
  public void halt(Duration grace) throws ContainerException {
    String created = created();
    engine.ask(
        client -> client.stopContainerCmd(created).withTimeout((int) grace.toSeconds()).exec(),
        "The container of service '%s' does not stop.".formatted(service.name()),
        advice());
  }

  /** Has all of its processes do nothing. */
  public void pause() throws ContainerException {
    String created = created();
    engine.ask(
        client -> client.pauseContainerCmd(created).exec(),
        "The container of service '%s' does not pause.".formatted(service.name()),
        advice());
  }

  /** Has them go on, if they do not. */
  public void resume() {
    String made = id;
    if (made != null && state().filter(s -> Boolean.TRUE.equals(s.getPaused())).isPresent()) {
      Engine.isDone(() -> engine.client().unpauseContainerCmd(made).exec());
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
      Engine.isDone(
          () -> engine.client().stopContainerCmd(made).withTimeout((int) grace.toSeconds()).exec());
    }
    Engine.isDone(
        () ->
            engine
                .client()
                .removeContainerCmd(made)
                .withForce(true)
                .withRemoveVolumes(true)
                .exec());
  }

  private Optional<ContainerState> state() {
    try {
      return Optional.ofNullable(engine.client().inspectContainerCmd(created()).exec().getState());
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

  private List<String> healthcheck(@Nullable ContainerConfig image) {
    Healthcheck own = service.healthcheck();
    if (own != null && (own.disabled() || !own.test().isEmpty())) {
      return own.disabled() ? List.of() : own.test();
    }
    HealthCheck theirs = image == null ? null : image.getHealthcheck();
    List<String> test = theirs == null || theirs.getTest() == null ? List.of() : theirs.getTest();
    return test.isEmpty() || test.get(0).equals(NONE) ? List.of() : test;
  }

  private String advice() {
    return "It is defined in %s.%nFix it there, or the image; docker run shows the same."
        .formatted(service.position());
  }
}
