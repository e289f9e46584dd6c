package dev.trestle.protocol;

/**
 * The host refused a call or could not be reached; the message says which call, why, and what to
 * do.
 */
public final class HostException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** An exception with the whole message. */
  public HostException(String message) {
    super(message);
  }

  /** An exception with the whole message and its cause. */
  public HostException(String message, Throwable cause) {
    super(message, cause);
  }
}
