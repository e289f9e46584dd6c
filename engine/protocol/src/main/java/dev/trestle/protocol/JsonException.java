package dev.trestle.protocol;

/** A text that is not JSON, or a value that does not fit the record it should become. */
public final class JsonException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** An exception with a message that names the place. */
  public JsonException(String message) {
    super(message);
  }

  /** An exception with a message that names the place, and its cause. */
  public JsonException(String message, Throwable cause) {
    super(message, cause);
  }
}
