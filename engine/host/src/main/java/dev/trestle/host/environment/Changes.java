package dev.trestle.host.environment;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a running environment differs from what is now wanted.
 *
 * @param replaced services that must be started anew, or end, each with the reason
 * @param kept services that are as they should be
 */
public record Changes(Map<String, String> replaced, List<String> kept) {

  /** Keeps unmodifiable copies in their order. */
  public Changes {
    replaced = Collections.unmodifiableMap(new LinkedHashMap<>(replaced));
    kept = List.copyOf(kept);
  }

  /** Whether everything is as it should be. */
  public boolean isEmpty() {
    return replaced.isEmpty();
  }
}
