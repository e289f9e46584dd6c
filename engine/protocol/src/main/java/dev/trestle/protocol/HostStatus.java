package dev.trestle.protocol;

import java.util.List;
import java.util.Map;

/**
 * How a host that stays fares.
 *
 * @param since when its environment was brought up or last up to date, ISO-8601 in UTC; empty while
 *     it has none
 * @param leaseSeconds how long it stays without a call and without a run
 * @param leaseLeftSeconds how much of that is left
 * @param running whether a run goes on
 * @param standby whether a standby runner waits for the next run
 * @param services the environment's services, in the order of the Compose file
 */
public record HostStatus(
    String since,
    int leaseSeconds,
    int leaseLeftSeconds,
    boolean running,
    boolean standby,
    List<Service> services) {

  /**
   * One service.
   *
   * @param name the name in the Compose file
   * @param kind what it is to the test
   * @param ready whether it is ready now
   * @param health {@code ready}, or what was seen instead
   * @param endpoints where the test reaches it: port as in the Compose file to address
   * @param log its log file, absolute
   */
  public record Service(
      String name,
      ServiceDescription.Kind kind,
      boolean ready,
      String health,
      Map<String, String> endpoints,
      String log) {}
}
