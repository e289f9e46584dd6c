package dev.trestle.steps.openapi;

import java.util.Locale;

/** A kind of what a request can do against its schema. */
public enum Violation {
  /** What must be there is not. */
  REQUIRED_FIELD_MISSING,
  /** A value is of another type. */
  WRONG_TYPE,
  /** A value is too small, large, short or long, or none of those that are allowed. */
  VALUE_OUT_OF_BOUNDS,
  /** A text does not have the format or match the pattern. */
  WRONG_FORMAT,
  /** There is a member that may not be there. */
  UNKNOWN_FIELD,
  /** Any of them. */
  VIOLATED_CONSTRAINT;

  static final String WRITTEN =
      "required field missing|wrong type|value out of bounds|wrong format|unknown field"
          + "|violated constraint";

  static Violation named(String written) {
    return valueOf(written.replace(' ', '_').toUpperCase(Locale.ROOT));
  }

  /** Whether what is asked for by this includes another kind. */
  boolean includes(Violation other) {
    return this == VIOLATED_CONSTRAINT || this == other;
  }

  /** As it is written. */
  String written() {
    return name().replace('_', ' ').toLowerCase(Locale.ROOT);
  }
}
