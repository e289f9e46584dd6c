package dev.trestle.host.environment;

/** A service does not start; the message has the four parts. */
final class StartFailure extends Exception {

  private static final long serialVersionUID = 1L;

  StartFailure(String message) {
    super(message);
  }
}
