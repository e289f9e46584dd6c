package dev.trestle.benchmarks.measure;

import java.util.List;

/** Looks at a process tree every 50 ms and keeps the peaks of its memory. */
final class Sampler implements Runnable {

  private static final long PERIOD_MILLIS = 50;

  /** PSS costs the looked-at process a walk through its page tables. */
  private static final int PSS_EVERY = 10;

  private final ProcessTree tree;
  private int looks;
  private long peakPages;
  private long peakPss;

  Sampler(ProcessTree tree) {
    this.tree = tree;
  }

  @Override
  public void run() {
    try {
      while (true) {
        sample();
        Thread.sleep(PERIOD_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Looks once; gives how many processes live. */
  synchronized int sample() {
    List<ProcessStat> living = tree.look();
    peakPages = Math.max(peakPages, living.stream().mapToLong(ProcessStat::pages).sum());
    if (looks++ % PSS_EVERY == 0) {
      peakPss = Math.max(peakPss, living.stream().mapToLong(stat -> Proc.pss(stat.pid())).sum());
    }
    return living.size();
  }

  synchronized long peakPages() {
    return peakPages;
  }

  /** In kB. */
  synchronized long peakPss() {
    return peakPss;
  }

  synchronized long orphanedTicks() {
    return tree.orphanedTicks();
  }

  synchronized void kill() {
    tree.kill();
  }
}
