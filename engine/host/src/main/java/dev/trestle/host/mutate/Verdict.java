package dev.trestle.host.mutate;

import java.util.Locale;

/** What became of a mutant. */
enum Verdict {
  /** A scenario failed of it. */
  KILLED,
  /** A scenario took too long. */
  TIMED_OUT,
  /** It had its effect, and no scenario noticed. */
  SURVIVED,
  /** Wherever it was tried, there was nothing to change. */
  NOT_APPLIED,
  /** It is still to be tried. */
  UNDECIDED;

  /** The word in reports. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
