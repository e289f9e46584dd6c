package dev.trestle.host.contract;

import java.util.Arrays;
import java.util.Locale;

/** What a violated contract does to the verdict of a run. */
public enum ContractMode {
  /** It fails the build. */
  FAIL,
  /** It is a warning. */
  WARN,
  /** Nothing: contracts are not checked. */
  OFF;

  /**
   * The mode of a word.
   *
   * @throws IllegalArgumentException with a four-part message when it is none
   */
  public static ContractMode of(String word) {
    return Arrays.stream(values())
        .filter(mode -> mode.word().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Contracts cannot be checked in the way '"
                        + word
                        + "'.\nThe ways are fail, warn and off.\n"
                        + "trestle.contracts is set in the POM or on the command line.\nCorrect it."));
  }

  /** The word in configuration and files. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
