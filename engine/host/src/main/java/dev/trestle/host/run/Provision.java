package dev.trestle.host.run;

import dev.trestle.host.environment.Environment;
import java.io.IOException;

/** Where a run has its runner and its environment from. */
interface Provision {

  /** A runner that boots or has booted, and waits for its request. */
  RunnerProcess runner() throws IOException;

  /** The environment, which is up when this returns. */
  Environment environment();

  /** The run needs the environment no more. */
  void release(Environment environment);
}
