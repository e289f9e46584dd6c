package dev.trestle.host.environment;

/**
 * An environment does not start and was taken down; the message says what failed, the evidence,
 * where to look and what to do.
 */
public final class EnvironmentException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * An error with a whole message.
   *
   * @param message the four parts
   */
  public EnvironmentException(String message) {
    super(message);
  }
}
