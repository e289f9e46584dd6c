package dev.trestle.benchmarks.load;

import java.util.List;

/**
 * How a server is called.
 *
 * @param connections how many connections there are, each with one call at a time
 * @param bytes how large the body of each request is, and that of its answer
 */
public record Load(int connections, int bytes) {

  private static final int KILO = 1024;

  /** Small and large bodies, on one connection and on many. */
  public static final List<Load> ALL =
      List.of(
          new Load(1, KILO), new Load(16, KILO), new Load(1, 64 * KILO), new Load(16, 64 * KILO));

  @Override
  public String toString() {
    return bytes / KILO
        + " KB, "
        + connections
        + (connections == 1 ? " connection" : " connections");
  }
}
