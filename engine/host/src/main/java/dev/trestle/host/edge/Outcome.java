package dev.trestle.host.edge;

import dev.trestle.protocol.Fault;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What can happen to an interaction, as the coverage of an edge counts it. */
enum Outcome {
  EXERCISED,
  SLOW,
  TIMED_OUT,
  REFUSED,
  ERROR_STATUS,
  MALFORMED,
  UNAUTHORIZED,
  CONTRACT_CHECKED;

  /**
   * What happened.
   *
   * @param effect what a fault did, null when none did anything
   * @param gaveUp whether the consumer was kept waiting until it did so no more
   * @param status the status that the consumer got, 0 for none
   */
  static Outcome of(Fault.@Nullable Effect effect, boolean gaveUp, int status) {
    if (gaveUp) {
      return TIMED_OUT;
    }
    if (status == 0) {
      return REFUSED;
    }
    if (effect instanceof Fault.Delay) {
      return SLOW;
    }
    if (effect instanceof Fault.CutShort || effect instanceof Fault.Changed) {
      return MALFORMED;
    }
    if (status == 401 || status == 403) {
      return UNAUTHORIZED;
    }
    return status >= 500 ? ERROR_STATUS : EXERCISED;
  }

  /** The word in files, such as {@code timed-out}. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
