package dev.trestle.protocol;

import java.util.List;

/**
 * What one service logged during a scenario.
 *
 * @param service the service's name
 * @param lines its lines in order, bounded
 */
public record ServiceLog(String service, List<String> lines) {

  /** The logs of all services that said something. */
  public record Page(List<ServiceLog> logs) {}
}
