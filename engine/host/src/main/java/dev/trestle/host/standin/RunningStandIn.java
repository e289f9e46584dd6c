package dev.trestle.host.standin;

import java.util.Map;
import java.util.Optional;

/** A stand-in that runs. */
public interface RunningStandIn extends AutoCloseable {

  /** What a client needs beyond its address, as {@code ServiceDescription} names it. */
  Map<String, String> properties();

  /** Its process, if it is one; when that ends unasked, the service has died. */
  Optional<Process> process();

  /** Stops it; bounded, and without effect the second time. */
  @Override
  void close();
}
