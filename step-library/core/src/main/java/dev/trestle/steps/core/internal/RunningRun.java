package dev.trestle.steps.core.internal;

import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * What the running run's plugins share; static, because Cucumber makes plugins by class name.
 *
 * @param messages where Cucumber Messages go
 * @param undefinedSteps what is known of undefined steps
 * @param statement what the runner itself states of the run
 */
public record RunningRun(
    OutputStream messages, UndefinedSteps undefinedSteps, RunStatement statement) {

  private static volatile @Nullable RunningRun current;

  /** The run that runs now. */
  public static RunningRun current() {
    RunningRun run = current;
    if (run == null) {
      throw new IllegalStateException("This plugin belongs to Trestle's runner, and no run runs.");
    }
    return run;
  }

  /** Sets or, with null, forgets the running run. */
  public static void use(@Nullable RunningRun run) {
    current = run;
  }
}
