package dev.trestle.host.edge;

/**
 * A directed connection in the service graph.
 *
 * @param consumer who calls; {@link #TEST} for the scenario itself
 * @param provider who is called
 * @param port the loopback port of the provider
 */
public record Edge(String consumer, String provider, int port) {

  /** The consumer that is the test. */
  public static final String TEST = "test";

  @Override
  public String toString() {
    return consumer + " -> " + provider;
  }
}
