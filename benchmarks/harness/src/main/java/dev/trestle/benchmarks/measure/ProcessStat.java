package dev.trestle.benchmarks.measure;

/**
 * A line of {@code /proc/<pid>/stat}, in the kernel's units; see proc_pid_stat(5).
 *
 * @param pid the process
 * @param zombie whether it ended and only waits to be waited for
 * @param parent its parent
 * @param session its session
 * @param own ticks of CPU, user and system, of the process itself
 * @param reaped ticks of CPU of its descendants that ended and were waited for
 * @param pages its resident pages
 */
record ProcessStat(
    long pid, boolean zombie, long parent, long session, long own, long reaped, long pages) {

  /** Reads a line; the name in parentheses may hold blanks and parentheses itself. */
  static ProcessStat parse(String line) {
    long pid = Long.parseLong(line.substring(0, line.indexOf(' ')));
    String[] rest = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
    return new ProcessStat(
        pid,
        rest[0].equals("Z"),
        number(rest, 1),
        number(rest, 3),
        number(rest, 11) + number(rest, 12),
        number(rest, 13) + number(rest, 14),
        number(rest, 21));
  }

  private static long number(String[] fields, int index) {
    return Long.parseLong(fields[index]);
  }
}
