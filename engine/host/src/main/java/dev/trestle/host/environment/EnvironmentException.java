package dev.trestle.host.environment;

/**
 * An environment does not start and was taken down; the message says what failed, the evidence,
 * where to look and what to do.
 */
public final class EnvironmentException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final boolean ofMachine;

  /**
   * An error with a whole message.
   *
   * @param message the four parts
   */
  public EnvironmentException(String message) {
    this(message, false);
  }

  /**
   * An error with a whole message.
   *
   * @param message the four parts
   * @param ofMachine whether it is this machine that fails, rather than the project
   */
  public EnvironmentException(String message, boolean ofMachine) {
    super(message);
    this.ofMachine = ofMachine;
  }

  /** Whether it is this machine that fails, rather than the project. */
  public boolean isOfMachine() {
    return ofMachine;
  }
}
