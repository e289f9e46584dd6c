package dev.trestle.host.environment;

import dev.trestle.host.compose.ComposeService;
import dev.trestle.protocol.ServiceDescription;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One service of an environment, whatever it is made of. */
interface Part {

  /** The service as the Compose file describes it. */
  ComposeService service();

  /** What it is to the test. */
  ServiceDescription.Kind kind();

  /** How long it takes to start, in milliseconds and roughly; the slowest is started first. */
  int startMillis();

  /** Does what can be done before its providers are up. */
  default void prepare() throws StartFailure, InterruptedException {}

  /** Starts it. */
  void start() throws StartFailure, InterruptedException;

  /** Waits until it is ready. */
  void awaitReady() throws StartFailure, InterruptedException;

  /** What a client needs beyond its address. */
  Map<String, String> properties();

  /** Its process, whose end is its death. */
  Optional<Process> process();

  /** What an exit code of its process means, when more is known than the number; else empty. */
  default String explained(int exitCode) {
    return "";
  }

  /**
   * Whether it may end with an exit code, as what is done once does.
   *
   * @param exitCode the code
   */
  default boolean mayEndWith(int exitCode) {
    return false;
  }

  /** Why it is not what it would be if it were started now, apart from its definition. */
  default Optional<String> outdated() {
    return Optional.empty();
  }

  /** What keeps it from being ready now, null when nothing does. */
  @Nullable String trouble();

  /**
   * Ends it for a while: {@link #start} brings it back with the data that it has.
   *
   * @throws StartFailure when it cannot be ended alone
   */
  default void halt() throws StartFailure, InterruptedException {
    stop();
  }

  /**
   * Has it do nothing until {@link #resume}; its connections stay.
   *
   * @throws StartFailure when it cannot be held
   */
  default void pause() throws StartFailure {
    throw new StartFailure(
        "Service '%s' cannot be paused.%n".formatted(service().name())
            + "It is part of the host and not a process of its own.%n".formatted()
            + "It is defined in %s.%n".formatted(service().position())
            + "Stop it, or cut the connections to it.");
  }

  /** Has it go on; without effect when it does. */
  default void resume() {}

  /** Stops it; bounded, and without effect when it does not run. */
  void stop();
}
