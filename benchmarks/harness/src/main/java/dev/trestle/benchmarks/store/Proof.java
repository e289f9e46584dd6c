package dev.trestle.benchmarks.store;

import java.util.List;

/**
 * That a stack makes all calls and all checks.
 *
 * @param stack the stack's name
 * @param versions the versions that its POM pins
 * @param at when, UTC
 * @param caught the numbers of the checks that made the build red when falsified
 */
public record Proof(String stack, String versions, String at, List<Integer> caught) {

  /** How many checks there are. */
  public static final int CHECKS = 8;

  /** Whether every check was caught. */
  public boolean complete() {
    return caught.size() == CHECKS;
  }
}
