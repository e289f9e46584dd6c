package dev.trestle.host.container;

/** Something does not go in containers; the message has the four parts. */
public final class ContainerException extends Exception {

  private static final long serialVersionUID = 1L;

  private final boolean engineGone;

  ContainerException(String message) {
    this(message, false);
  }

  ContainerException(String message, boolean engineGone) {
    super(message);
    this.engineGone = engineGone;
  }

  /** What is asked for comes too late. */
  static ContainerException ending() {
    return new ContainerException(
        "The start in containers was given up: its environment is being taken down.%n".formatted()
            + "Something else failed, or the host was told to end.%n".formatted()
            + "See what was said before, and target/trestle/logs.%nStart again.".formatted());
  }

  /** Whether the engine does not answer, so that no project can be at fault. */
  public boolean isEngineGone() {
    return engineGone;
  }
}
