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
   * @param status the status that the consumer got, 0 for none
   */
  static Outcome of(Fault.@Nullable Effect effect, int status) {
    if (effect instanceof Fault.Delay) {
      return status == 0 ? TIMED_OUT : SLOW;
    }
    if (effect instanceof Fault.Silence) {
      return TIMED_OUT;
    }
    if (effect instanceof Fault.CutShort || (effect instanceof Fault.Changed && status != 0)) {
      return MALFORMED;
    }
    if (status == 401 || status == 403) {
      return UNAUTHORIZED;
    }
    if (status == 0) {
      return REFUSED;
    }
    return status >= 500 ? ERROR_STATUS : EXERCISED;
  }

  /** The word in files, such as {@code timed-out}. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
