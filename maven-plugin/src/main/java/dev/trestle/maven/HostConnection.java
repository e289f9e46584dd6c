package dev.trestle.maven;

import dev.trestle.protocol.HostControl;
import dev.trestle.protocol.HostState;
import dev.trestle.protocol.StartRequest;

/** A host that a goal uses. */
interface HostConnection extends AutoCloseable {

  /** Where it listens. */
  HostState state();

  /** The host's API. */
  default HostControl control() {
    return new HostControl(state().address(), state().token());
  }

  /**
   * Says which run will be asked for next, so that a host which is still starting boots its runner
   * at once.
   */
  default void prepare(StartRequest next) {}

  /** Scenarios ran: the classes that were loaded are those that most runs load. */
  default void rememberClasses() {}

  /** What to tell when the build is interrupted, as by Ctrl-C, after the host has ended. */
  default void whenInterrupted(Runnable told) {}

  /** The goal needs it no more. */
  @Override
  void close();
}
