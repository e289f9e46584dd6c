package dev.trestle.host.mutate;

import dev.trestle.host.environment.Environment;
import dev.trestle.protocol.RunEvent;
import dev.trestle.protocol.RunRequest;
import java.util.Optional;
import java.util.function.Consumer;

/** Runs of scenarios in an environment that stays up. */
public interface Runs {

  /** The environment, started when it is not up; empty when that fails, which is told. */
  Optional<Environment> environment(RunRequest request, Consumer<RunEvent> events);

  /**
   * Runs scenarios and returns when they have ended.
   *
   * @param traces what {@link dev.trestle.protocol.ScenarioTrace#of} makes trace ids of
   * @param request what to run
   * @param events hears what happens
   */
  void run(String traces, RunRequest request, Consumer<RunEvent> events);

  /** Ends the run that goes on, if one does. */
  void stop();
}
