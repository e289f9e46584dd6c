package dev.trestle.host.environment;

import dev.trestle.host.standin.StandInRequest.Listener;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import java.util.function.IntUnaryOperator;

/**
 * The ports of a service that tells its clients where to connect, such as a Kafka broker: one for
 * each consumer, so that each is told its own edge and none passes by it.
 */
final class ToldAddresses {

  private final IntSupplier freePorts;
  private final Map<String, Listener> byConsumer = new LinkedHashMap<>();
  private boolean started;

  ToldAddresses(IntSupplier freePorts) {
    this.freePorts = freePorts;
  }

  /** The service is to be started, again or for the first time. */
  synchronized ToldAddresses again() {
    started = false;
    return this;
  }

  /**
   * Where a consumer connects to.
   *
   * @param direct where the service is without an edge; for a consumer that it does not know, since
   *     it came when the service ran
   * @param open puts an edge before a port
   */
  synchronized int edge(String consumer, int direct, IntUnaryOperator open) {
    Listener known = byConsumer.get(consumer);
    if (known == null && !started) {
      int inner = freePorts.getAsInt();
      known = new Listener(inner, open.applyAsInt(inner));
      byConsumer.put(consumer, known);
    }
    return known == null ? direct : known.shown();
  }

  /** All of them, now that the service starts. */
  synchronized List<Listener> listeners() {
    started = true;
    return List.copyOf(byConsumer.values());
  }
}
