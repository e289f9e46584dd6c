package dev.trestle.maven;

import dev.trestle.protocol.HostState;

/**
 * A host that was up before this goal and stays.
 *
 * @param state where it listens
 */
record AttachedHost(HostState state) implements HostConnection {

  @Override
  public void close() {
    // It was not this goal that started it.
  }
}
