package dev.trestle.benchmarks.measure;

import java.util.Locale;

/**
 * What a command took.
 *
 * @param exit its exit code
 * @param wall seconds from its start to its end
 * @param cpu seconds of CPU, user and system, of it and all its descendants
 * @param orphanedCpu the part of {@code cpu} that outlived its parent, sampled rather than exact
 * @param lingered seconds for which a descendant outlived it
 * @param rss the peak of the sum of resident set sizes, in MB
 * @param pss the peak of the sum of proportional set sizes, in MB
 */
public record Usage(
    int exit,
    double wall,
    double cpu,
    double orphanedCpu,
    double lingered,
    double rss,
    double pss) {

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%.2f s, CPU %.2f s, %.0f MB", wall, cpu, rss);
  }
}
