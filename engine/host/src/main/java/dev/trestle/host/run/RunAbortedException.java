package dev.trestle.host.run;

import dev.trestle.protocol.RunEvent.RunAborted.Kind;

/** A run that could not be carried out; the message has the four parts. */
public final class RunAbortedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Kind kind;

  /** An exception with whose cause it is and the whole message. */
  public RunAbortedException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  /** Whose the cause is. */
  public Kind kind() {
    return kind;
  }
}
