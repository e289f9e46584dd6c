package dev.trestle.benchmarks.suite;

/** Figures as they are stored. */
final class Rounded {

  private Rounded() {}

  /** With three digits after the point. */
  static double of(double value) {
    return Math.round(value * 1000) / 1000.0;
  }
}
