package dev.trestle.steps.core.phrase;

import org.jspecify.annotations.Nullable;

/** An expectation within a phrase that does not hold; the cause is the failure of the part. */
public final class PhraseFailure extends AssertionError implements Told {

  private static final long serialVersionUID = 1L;

  private final boolean placed;
  private final boolean definite;

  PhraseFailure(String message, @Nullable Throwable cause, boolean placed, boolean definite) {
    super(message, cause);
    this.placed = placed;
    this.definite = definite;
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
