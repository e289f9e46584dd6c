package dev.trestle.host.edge;

/** What stands on one edge and passes interactions on. */
interface EdgeProxy extends AutoCloseable {

  /** The loopback port where the consumer finds the provider. */
  int port();

  /** Changes how all connections of the edge are; in force when this returns. */
  void change(Condition condition);

  /** Whether any connection passes the edge. */
  boolean hasConnections();

  /** Takes it down; without effect the second time. */
  @Override
  void close();
}
