package dev.trestle.host.mutate;

/** The kinds of mutants, in the order in which an operation gets its first ones. */
enum Kind {
  /** Another status. */
  STATUS,
  /** A field is absent. */
  MISSING,
  /** A number is one too high. */
  PLUS_ONE,
  /** Another value of an enumeration, or another that was seen there. */
  OTHER_VALUE,
  /** The answer comes after any consumer has given up. */
  LATE,
  /** The request is delivered twice. */
  TWICE,
  /** The answer is an older one of the same operation. */
  OLDER,
  /** A field is null. */
  NULL,
  /** A field has another type. */
  RETYPED,
  /** A field has another name. */
  RENAMED
}
