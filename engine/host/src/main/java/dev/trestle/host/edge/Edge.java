package dev.trestle.host.edge;

import dev.trestle.protocol.Fault;

/**
 * A directed connection in the service graph.
 *
 * @param consumer who calls; {@link #TEST} for the scenario itself
 * @param provider who is called
 * @param port the loopback port of the provider
 * @param kind what is spoken there
 */
public record Edge(String consumer, String provider, int port, Kind kind) {

  /** The consumer that is the test. */
  public static final String TEST = "test";

  /** What is known of what is spoken on an edge. */
  public enum Kind {
    /** HTTP/1.1 without encryption, which is observed and broken by the interaction. */
    HTTP,
    /** Anything over TCP, which is passed on unread and broken as a whole. */
    TCP
  }

  /** Whether it leads from one service to another. */
  public boolean isBetween(String from, String to) {
    return consumer.equals(from) && provider.equals(to);
  }

  /** Whether a fault can be set here: only calls that are read can be changed. */
  public boolean takesFaults(Fault fault) {
    return kind == Kind.HTTP && isBetween(fault.consumer(), fault.provider());
  }

  @Override
  public String toString() {
    return consumer + " -> " + provider;
  }
}
