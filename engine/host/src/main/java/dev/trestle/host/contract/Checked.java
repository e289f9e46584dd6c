package dev.trestle.host.contract;

import java.util.List;

/**
 * What a check came to.
 *
 * @param extent how much of it could be checked
 * @param violations what is not as the document says
 */
record Checked(Extent extent, List<Violation> violations) {

  /** How much could be checked. */
  enum Extent {
    /** All that there was to check. */
    WHOLE,
    /** Some of it. */
    PART,
    /** There was nothing to check. */
    NOTHING
  }

  Checked {
    violations = List.copyOf(violations);
  }

  static Checked nothing() {
    return new Checked(Extent.NOTHING, List.of());
  }
}
