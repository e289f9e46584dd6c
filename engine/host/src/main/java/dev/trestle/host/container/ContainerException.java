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

  /** Whether the engine does not answer, so that no project can be at fault. */
  public boolean isEngineGone() {
    return engineGone;
  }
}
