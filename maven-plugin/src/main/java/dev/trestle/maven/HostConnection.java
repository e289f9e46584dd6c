package dev.trestle.maven;

import dev.trestle.protocol.HostControl;
import dev.trestle.protocol.HostState;

/** A host that a goal uses. */
interface HostConnection extends AutoCloseable {

  /** Where it listens. */
  HostState state();

  /** The host's API. */
  default HostControl control() {
    return new HostControl(state().address(), state().token());
  }

  /** The goal needs it no more. */
  @Override
  void close();
}
