package dev.trestle.maven;

/** Numbers of things in messages. */
final class Counts {

  private Counts() {}

  /** Such as {@code 1 mutant} and {@code 2 mutants}. */
  static String of(int count, String thing) {
    return count + " " + thing + (count == 1 ? "" : "s");
  }

  /** What many things do, or one: {@code are} for 2. */
  static String verb(int count, String one, String many) {
    return count == 1 ? one : many;
  }
}
