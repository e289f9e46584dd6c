package dev.trestle.steps.core.phrase;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** For whom a step is, as written before it. */
sealed interface Who {

  /** So many that begin now, at the same moment. */
  record New(int count, String noun) implements Who {}

  /** All that are still well, at the same moment. */
  record Again() implements Who {}

  /** Exactly so many of them, whichever these are; it fails for the others. */
  record Exactly(int count) implements Who {}

  /** Those that the steps before failed for. */
  record Others() implements Who {}

  /** Each of them. */
  record Each() implements Who {}

  /** Without capture groups, as a part of an expression. */
  String REGEXP =
      "\\d+ \\w+ at once|all of them at once|for exactly \\d+ of them|for the others"
          + "|for (?:each|all) of them";

  /** The first number, if any, and the word after it. */
  Pattern NUMBER = Pattern.compile("\\D*(\\d+) (\\w+).*");

  /** Reads what {@link #REGEXP} matches. */
  static Who parse(String written) {
    Matcher number = NUMBER.matcher(written);
    if (written.startsWith("all")) {
      return new Again();
    }
    if (!number.matches()) {
      return written.endsWith("others") ? new Others() : new Each();
    }
    int count = Integer.parseInt(number.group(1));
    return written.startsWith("for") ? new Exactly(count) : new New(count, number.group(2));
  }
}
