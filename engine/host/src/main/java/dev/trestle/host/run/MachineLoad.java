package dev.trestle.host.run;

import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleSupplier;
import java.util.regex.Pattern;

/**
 * Says of a scenario that failed by a timeout that the machine was overloaded, when it was: such a
 * failure looks like a bug of a service and is none. Safe for use by many threads.
 */
final class MachineLoad {

  /** With more waiting programs than these for each core, a timeout says little. */
  private static final double OVERLOAD = 2;

  private static final Pattern TIMEOUT =
      Pattern.compile(
          "(?i)time[ds]?[ -]?out|timeoutexception|\\bwithin \\d|\\bafter \\d+(\\.\\d+)? ?m?s\\b");

  private final DoubleSupplier load;
  private final int cores;
  private final AtomicInteger failures = new AtomicInteger();
  private volatile double highest;

  /** That of this machine. */
  MachineLoad() {
    this(
        ManagementFactory.getOperatingSystemMXBean()::getSystemLoadAverage,
        Runtime.getRuntime().availableProcessors());
  }

  MachineLoad(DoubleSupplier load, int cores) {
    this.load = load;
    this.cores = cores;
  }

  /** The message of a red scenario that just ended, with a word on the load where it matters. */
  String explained(String message) {
    double now = load.getAsDouble(); // negative where the system does not know it
    if (now <= OVERLOAD * cores || !TIMEOUT.matcher(message).find()) {
      return message;
    }
    failures.incrementAndGet();
    highest = Math.max(highest, now);
    return message + System.lineSeparator() + "The machine was overloaded: " + figures(now) + ".";
  }

  /** What to tell once at the end, empty when no failure had to do with the load. */
  Optional<String> warning() {
    int count = failures.get();
    return count == 0
        ? Optional.empty()
        : Optional.of(
            (count == 1 ? "One failure" : count + " failures")
                + " by a timeout happened while the machine was overloaded.\n"
                + ("It had a " + figures(highest) + " in the last minute.\n")
                + "They may say more about the machine than about the services.\n"
                + "Run again when it is quiet, or with fewer lanes: -Dtrestle.lanes=1.");
  }

  private String figures(double value) {
    return String.format(
        Locale.ROOT, "load of %.1f on %d %s", value, cores, cores == 1 ? "core" : "cores");
  }
}
