package dev.trestle.steps.core.runner;

/** A request that cannot be run, with the whole message for people. */
final class RunRefusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  RunRefusal(String message) {
    super(message);
  }
}
