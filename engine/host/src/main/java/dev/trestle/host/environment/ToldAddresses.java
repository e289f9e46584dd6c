package dev.trestle.host.environment;

import dev.trestle.host.standin.StandInRequest.Listener;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The ports of a service that tells its clients where to connect, such as a Kafka broker: one for
 * each consumer, so that each is told its own edge and none passes by it.
 */
final class ToldAddresses {

  private final IntSupplier freePorts;
  private final Map<String, Told> byConsumer = new LinkedHashMap<>();
  private boolean started;

  private record Told(Listener listener, Rewiring.Place place) {}

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
   * @param open puts an edge before a port of this machine, and says where the consumer finds it
   * @return the place; null for a consumer that the service does not know, since it came when the
   *     service ran
   */
  synchronized Rewiring.@Nullable Place place(String consumer, IntFunction<Rewiring.Place> open) {
    Told known = byConsumer.get(consumer);
    if (known == null && !started) {
      int inner = freePorts.getAsInt();
      Rewiring.Place place = open.apply(inner);
      known = new Told(new Listener(inner, place.host() + ":" + place.port()), place);
      byConsumer.put(consumer, known);
    }
    return known == null ? null : known.place();
  }

  /** All of them, now that the service starts. */
  synchronized List<Listener> listeners() {
    started = true;
    return byConsumer.values().stream().map(Told::listener).toList();
  }
}
