package dev.trestle.host.compose;

/** A Compose file cannot be read; the message says why, where, and what to do. */
public final class ComposeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * An error with a whole message.
   *
   * @param message what failed, the evidence, where to look, what to do
   */
  public ComposeException(String message) {
    super(message);
  }
}
