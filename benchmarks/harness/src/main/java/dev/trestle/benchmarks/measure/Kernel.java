package dev.trestle.benchmarks.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The kernel's units.
 *
 * @param ticks ticks of CPU time in a second
 * @param page the bytes of a page
 */
record Kernel(long ticks, long page) {

  static Kernel ofThisMachine() {
    return new Kernel(configuration("CLK_TCK"), configuration("PAGESIZE"));
  }

  private static long configuration(String name) {
    try {
      Process process = new ProcessBuilder("getconf", name).start();
      byte[] answer = process.getInputStream().readAllBytes();
      return Long.parseLong(new String(answer, StandardCharsets.UTF_8).strip());
    } catch (IOException e) {
      throw new UncheckedIOException(
          "getconf does not run, and without it there is no unit of CPU time. The harness needs"
              + " Linux.",
          e);
    }
  }

  double seconds(long count) {
    return (double) count / ticks;
  }

  double megabytes(long pages) {
    return pages * (double) page / (1024 * 1024);
  }
}
