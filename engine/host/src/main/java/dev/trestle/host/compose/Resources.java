package dev.trestle.host.compose;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the services of a system share.
 *
 * @param networks the networks that the files define, by their keys
 * @param volumes the volumes that the files define, by their keys
 */
public record Resources(Map<String, Network> networks, Map<String, Volume> volumes) {

  /** Copies the maps and keeps their order. */
  public Resources {
    networks = Ordered.copy(networks);
    volumes = Ordered.copy(volumes);
  }

  /** None are defined. */
  public static Resources none() {
    return new Resources(Map.of(), Map.of());
  }

  /**
   * A network.
   *
   * @param external the name of one that exists already, null for one of the environment's own
   * @param internal whether it leads nowhere else
   */
  public record Network(@Nullable String external, boolean internal) {}

  /**
   * A volume.
   *
   * @param external the name of one that exists already, null for one of the environment's own
   */
  public record Volume(@Nullable String external) {}
}
