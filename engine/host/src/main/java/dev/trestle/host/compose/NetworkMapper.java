package dev.trestle.host.compose;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Maps {@code networks} of a service: which it joins, and under which further names. */
final class NetworkMapper {
  private static final Keys KEYS =
      Keys.of("aliases")
          .unused(
              "driver_opts",
              "gw_priority",
              "interface_name",
              "ipv4_address",
              "ipv6_address",
              "link_local_ips",
              "mac_address",
              "priority");

  private NetworkMapper() {}

  /**
   * The networks of a service, each with the names that it has there.
   *
   * @param service the service
   * @param defined the networks that the files define
   * @param everywhere the names that it has on all of them
   */
  static Map<String, Set<String>> map(
      Field service, Set<String> defined, Set<String> everywhere, Warnings warnings) {
    Set<String> common = new LinkedHashSet<>();
    Field containerName = service.get("container_name");
    if (containerName != null) {
      common.add(containerName.text());
    }
    common.addAll(everywhere);
    Map<String, Set<String>> joined = new LinkedHashMap<>();
    Field networks = service.get("networks");
    if (networks != null) {
      networks
          .entries()
          .forEach(
              (name, field) -> {
                refuseUndefined(name, field, defined);
                Set<String> names = new LinkedHashSet<>(common);
                names.addAll(aliases(field, warnings));
                joined.put(name, names);
              });
    }
    if (joined.isEmpty()) {
      joined.put("default", common);
    }
    return joined;
  }

  private static List<String> aliases(Field network, Warnings warnings) {
    if (network.isNull()) {
      return List.of();
    }
    KEYS.check(network, warnings);
    Field aliases = network.get("aliases");
    return aliases == null ? List.of() : aliases.texts();
  }

  private static void refuseUndefined(String name, Field field, Set<String> defined) {
    if (!name.equals("default") && !defined.contains(name)) {
      throw field.error(
          "the network '" + name + "' is not defined",
          Suggestion.among("Defined networks", name, defined),
          "Correct the name, or add it under the top-level key 'networks'.");
    }
  }
}
