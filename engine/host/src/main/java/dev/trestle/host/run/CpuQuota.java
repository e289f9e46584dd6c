package dev.trestle.host.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The CPU time that the container around this host may use, as Linux's control groups (version 1
 * and 2) have it, and how often it was used up since a run began.
 */
final class CpuQuota {

  /** A container that waits in more of its periods than this has too little for what it runs. */
  private static final double OVERLOAD = 0.5;

  private final Path statistics;
  private final double cores;
  private final Map<String, Long> before;

  private CpuQuota(Path statistics, double cores) {
    this.statistics = statistics;
    this.cores = cores;
    this.before = numbers(statistics);
  }

  /**
   * The quota in force, empty where there is none.
   *
   * @param groups where control groups are, {@code /sys/fs/cgroup}
   */
  static Optional<CpuQuota> of(Path groups) {
    Optional<CpuQuota> second =
        quota(groups.resolve("cpu.max"), groups.resolve("cpu.max"), groups.resolve("cpu.stat"));
    Path first = groups.resolve("cpu");
    return second.isPresent()
        ? second
        : quota(
            first.resolve("cpu.cfs_quota_us"),
            first.resolve("cpu.cfs_period_us"),
            first.resolve("cpu.stat"));
  }

  /** Version 2 has quota and period in one file, {@code max} or a number and a number. */
  private static Optional<CpuQuota> quota(Path quotaFile, Path periodFile, Path statistics) {
    List<String> quota = words(quotaFile);
    List<String> period = words(periodFile);
    if (quota.isEmpty() || period.isEmpty()) {
      return Optional.empty();
    }
    long allowed = number(quota.get(0));
    long every = number(period.get(period.size() - 1));
    return allowed > 0 && every > 0
        ? Optional.of(new CpuQuota(statistics, (double) allowed / every))
        : Optional.empty();
  }

  /** The figures when the quota was too small since this was made, else empty. */
  Optional<String> overload() {
    Map<String, Long> now = numbers(statistics);
    long periods = since("nr_periods", now);
    double share = periods <= 0 ? 0 : (double) since("nr_throttled", now) / periods;
    return share <= OVERLOAD
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "held back for %.0f %% of the time by the container's limit of %.1f CPUs",
                100 * share,
                cores));
  }

  private long since(String name, Map<String, Long> now) {
    return now.getOrDefault(name, 0L) - before.getOrDefault(name, 0L);
  }

  private static Map<String, Long> numbers(Path file) {
    Map<String, Long> numbers = new HashMap<>();
    List<String> words = words(file);
    for (int i = 0; i + 1 < words.size(); i += 2) {
      numbers.put(words.get(i), number(words.get(i + 1)));
    }
    return numbers;
  }

  /** A number, -1 for anything else. */
  private static long number(String word) {
    return word.matches("[0-9]{1,18}") ? Long.parseLong(word) : -1;
  }

  private static List<String> words(Path file) {
    try {
      String text = Files.readString(file).strip();
      return text.isEmpty() ? List.of() : List.of(text.split("\\s+"));
    } catch (IOException e) {
      return List.of();
    }
  }
}
