package dev.trestle.benchmarks.server;

import java.time.Duration;

/** What the harness asks of the shop: how long it waits, and which checked value it gets wrong. */
final class Settings {

  private volatile Duration delay = Duration.ZERO;
  private volatile int falsified;

  Duration delay() {
    return delay;
  }

  void delay(Duration delay) {
    this.delay = delay;
  }

  /** The number of the check, 1 to 8, whose value is wrong; 0 for none. */
  void falsify(int check) {
    falsified = check;
  }

  /** The right value, or the wrong one when the check is falsified. */
  <T> T value(int check, T right, T wrong) {
    return falsified == check ? wrong : right;
  }
}
