package dev.trestle.steps.core.internal;

import java.util.concurrent.TimeUnit;

/**
 * Lets scenarios run beside each other, and one that must be alone run alone: it waits until those
 * that run are over, and those that come later wait for it.
 */
public final class Lanes {

  private static final long BOUND_MINUTES = 30;

  private int running;
  private int wantingToBeAlone;
  private boolean taken;

  /** No scenario runs. */
  public Lanes() {}

  /**
   * A scenario begins.
   *
   * @param alone whether no other may run beside it
   * @throws InterruptedException when interrupted while waiting
   */
  public synchronized void enter(boolean alone) throws InterruptedException {
    if (alone) {
      take();
    } else {
      await(() -> !taken && wantingToBeAlone == 0);
      running++;
    }
  }

  /**
   * A scenario that runs is alone from now on.
   *
   * @throws InterruptedException when interrupted while waiting
   */
  public synchronized void takeOver() throws InterruptedException {
    running--;
    notifyAll();
    boolean alone = false;
    try {
      take();
      alone = true;
    } finally {
      running += alone ? 0 : 1;
    }
  }

  private void take() throws InterruptedException {
    wantingToBeAlone++;
    try {
      await(() -> running == 0 && !taken);
      taken = true;
    } finally {
      wantingToBeAlone--;
    }
  }

  /**
   * A scenario ends.
   *
   * @param alone whether it was alone
   */
  public synchronized void leave(boolean alone) {
    if (alone) {
      taken = false;
    } else {
      running--;
    }
    notifyAll();
  }

  private interface Condition {
    boolean holds();
  }

  private void await(Condition condition) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(BOUND_MINUTES);
    while (!condition.holds()) {
      long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
      if (left <= 0) {
        throw new IllegalStateException(
            ("The scenario could not begin within " + BOUND_MINUTES + " minutes.\n")
                + "It or another one has to run alone, and those that run have not ended.\n"
                + "Look at the scenarios without an end in target/trestle/logs/runner.log.\n"
                + "Bound what they wait for, such as with 'within 10 s, ' or a request's time.");
      }
      wait(left);
    }
  }
}
