package dev.trestle.benchmarks.suite;

import dev.trestle.benchmarks.measure.Usage;
import dev.trestle.benchmarks.store.Figure;
import dev.trestle.benchmarks.store.Results;
import java.io.IOException;

/** Keeps the figures of one suite, in place of those of its former run. */
final class Figures {

  private final Bench bench;
  private final String suite;
  private boolean begun;

  Figures(Bench bench, String suite) {
    this.bench = bench;
    this.suite = suite;
  }

  void keep(String subject, String figure, String unit, double value) throws IOException {
    Figure kept =
        new Figure(suite, subject, figure, unit, Rounded.of(value), Log.now(), bench.revision());
    Results before = bench.results().results();
    bench.results().keep((begun ? before : before.forget(suite)).with(kept));
    begun = true;
    bench.log().say(String.format("%s: %s: %s %.2f %s", suite, subject, figure, value, unit));
  }

  void keep(String subject, Usage usage) throws IOException {
    keep(subject, "wall", "s", usage.wall());
    keep(subject, "CPU", "s", usage.cpu());
    keep(subject, "peak memory", "MB", usage.rss());
  }

  /** Says why there is no figure. */
  void skip(String why) {
    bench.log().say(suite + ": skipped: " + why);
  }
}
