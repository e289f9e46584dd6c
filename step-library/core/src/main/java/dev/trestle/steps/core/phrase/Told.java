package dev.trestle.steps.core.phrase;

/** A failure in a phrase whose message says where in the phrasebook it happened. */
sealed interface Told permits PhraseFailure, PhraseError {

  /** Whether the message names a line of a phrasebook already. */
  boolean placed();

  /** Whether trying again cannot help, since the phrase itself is wrong. */
  boolean definite();

  /** A failure of the same kind as the original, which becomes its cause: failed or broken. */
  static Throwable of(Throwable original, String message, boolean placed) {
    boolean definite = original instanceof Told told && told.definite();
    // A told failure is replaced by one that tells more; two of them would say the same twice.
    Throwable cause = original instanceof Told ? original.getCause() : original;
    Throwable told =
        original instanceof AssertionError
            ? new PhraseFailure(message, cause, placed, definite)
            : new PhraseError(message, cause, placed, definite);
    told.setStackTrace(original.getStackTrace());
    return told;
  }

  /** The message of a failure, or its type when it has none. */
  static String message(Throwable failure) {
    String message = failure.getMessage();
    return message == null || message.isBlank() ? failure.getClass().getName() : message;
  }
}
