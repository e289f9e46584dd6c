package dev.trestle.host.run;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Says of a scenario that failed by a timeout that the machine was overloaded, when it was: such a
 * failure looks like a bug of a service and is none. Safe for use by many threads.
 */
final class MachineLoad {

  /** With more waiting programs than these for each core, a timeout says little. */
  private static final double OVERLOAD = 2;

  private static final Path CGROUP = Path.of("/sys/fs/cgroup");

  private static final Pattern TIMEOUT =
      Pattern.compile(
          "(?i)time[ds]?[ -]?out|timeoutexception|\\bwithin \\d|\\bafter \\d+(\\.\\d+)? ?m?s\\b");

  private final Supplier<Optional<String>> overload;
  private final int lanes;
  private final AtomicInteger failures = new AtomicInteger();
  private volatile String last = "";

  /**
   * Asks about the load at each failure.
   *
   * @param overload the load in words where it is too high, else empty
   * @param lanes how many scenarios run at once
   */
  MachineLoad(Supplier<Optional<String>> overload, int lanes) {
    this.overload = overload;
    this.lanes = lanes;
  }

  /**
   * That of this machine, or of the container that this host runs in, whose limit on CPU time
   * counts: the load of the machine around it says nothing.
   *
   * @param lanes how many scenarios run at once
   */
  static MachineLoad here(int lanes) {
    return new MachineLoad(
        CpuQuota.of(CGROUP)
            .<Supplier<Optional<String>>>map(quota -> quota::overload)
            .orElseGet(
                () ->
                    average(
                        ManagementFactory.getOperatingSystemMXBean()::getSystemLoadAverage,
                        Runtime.getRuntime().availableProcessors())),
        lanes);
  }

  /**
   * The overload of a machine as its load average tells it.
   *
   * @param load the average number of programs that run or wait; negative where it is not known
   */
  static Supplier<Optional<String>> average(DoubleSupplier load, int cores) {
    return () -> {
      double now = load.getAsDouble();
      return now <= OVERLOAD * cores
          ? Optional.empty()
          : Optional.of(
              String.format(
                  Locale.ROOT, "load of %.1f on %d %s", now, cores, cores == 1 ? "core" : "cores"));
    };
  }

  /** The message of a red scenario that just ended, with a word on the load where it matters. */
  String explained(String message) {
    Optional<String> figures = TIMEOUT.matcher(message).find() ? overload.get() : Optional.empty();
    if (figures.isEmpty()) {
      return message;
    }
    last = figures.get() + ", " + lanes + (lanes == 1 ? " lane" : " lanes");
    failures.incrementAndGet();
    return message + System.lineSeparator() + "The machine was overloaded: " + last + ".";
  }

  /** What to tell once at the end, empty when no failure had to do with the load. */
  Optional<String> warning() {
    int count = failures.get();
    return count == 0
        ? Optional.empty()
        : Optional.of(
            (count == 1 ? "One failure" : count + " failures")
                + " by a timeout happened while the machine was overloaded.\n"
                + ("At the last one: " + last + ".\n")
                + "They may say more about the machine than about the services.\n"
                + "Run again when it is quiet, or with fewer lanes: -Dtrestle.lanes=1.");
  }
}
