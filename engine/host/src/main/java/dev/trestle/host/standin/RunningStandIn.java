package dev.trestle.host.standin;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** A stand-in that runs. */
public interface RunningStandIn extends AutoCloseable {

  /** What a client needs beyond its address, as {@code ServiceDescription} names it. */
  Map<String, String> properties();

  /** Its process, if it is one; when that ends unasked, the service has died. */
  Optional<Process> process();

  /** Ends it for a while; {@link #revive} brings it back with the data that it has. */
  default void halt() {
    close();
  }

  /**
   * Brings it back after {@link #halt}; returns when it takes connections.
   *
   * @throws IOException when it does not start
   * @throws InterruptedException when the start is given up
   */
  default void revive() throws IOException, InterruptedException {
    throw new IOException("This stand-in cannot be brought back; it implements no revive().");
  }

  /** Stops it; bounded, and without effect the second time. */
  @Override
  void close();
}
