package dev.trestle.host.environment;

import dev.trestle.protocol.EnvironmentDescription;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What of an environment runs at one time.
 *
 * @param addresses where it listens
 * @param parts the parts by their services' names, in the order of the Compose file
 * @param definitions what each was started from
 * @param description how the test sees it
 */
record Running(
    AddressBook addresses,
    Map<String, Part> parts,
    Map<String, Definition> definitions,
    EnvironmentDescription description) {

  Running {
    parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
    definitions = Map.copyOf(definitions);
  }

  /** Nothing runs. */
  static Running nothing(AddressBook addresses) {
    return new Running(
        addresses, Map.of(), Map.of(), new EnvironmentDescription("process", List.of()));
  }
}
