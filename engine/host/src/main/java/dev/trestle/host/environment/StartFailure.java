package dev.trestle.host.environment;

import dev.trestle.host.container.ContainerException;

/** A service does not start; the message has the four parts. */
final class StartFailure extends Exception {

  private static final long serialVersionUID = 1L;

  private final boolean ofMachine;

  StartFailure(String message) {
    super(message);
    this.ofMachine = false;
  }

  StartFailure(ContainerException e) {
    super(e.getMessage());
    this.ofMachine = e.isEngineGone();
  }

  /** Whether it is this machine that fails, rather than the project. */
  boolean isOfMachine() {
    return ofMachine;
  }
}
