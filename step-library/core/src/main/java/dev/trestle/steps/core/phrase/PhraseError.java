package dev.trestle.steps.core.phrase;

import org.jspecify.annotations.Nullable;

/** A part of a phrase that could not be carried out; the cause, if any, is what the part threw. */
public final class PhraseError extends RuntimeException implements Told {

  private static final long serialVersionUID = 1L;

  private final boolean placed;
  private final boolean definite;

  PhraseError(String message, @Nullable Throwable cause, boolean placed, boolean definite) {
    super(message, cause);
    this.placed = placed;
    this.definite = definite;
  }

  /** An error of the phrase itself. */
  static PhraseError definite(String message, @Nullable Throwable cause) {
    return new PhraseError(message, cause, false, true);
  }

  @Override
  public boolean placed() {
    return placed;
  }

  @Override
  public boolean definite() {
    return definite;
  }
}
