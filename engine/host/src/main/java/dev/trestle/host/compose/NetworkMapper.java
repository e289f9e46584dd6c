package dev.trestle.host.compose;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
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

  private final List<String> names = new ArrayList<>();
  private final Set<String> aliases = new LinkedHashSet<>();

  NetworkMapper(Field service, Set<String> defined, Warnings warnings) {
    Field containerName = service.get("container_name");
    if (containerName != null) {
      aliases.add(containerName.text());
    }
    Field networks = service.get("networks");
    if (networks != null) {
      networks.entries().forEach((name, field) -> add(name, field, defined, warnings));
    }
    if (names.isEmpty()) {
      names.add("default");
    }
  }

  List<String> names() {
    return names;
  }

  Set<String> aliases() {
    return aliases;
  }

  private void add(String name, Field field, Set<String> defined, Warnings warnings) {
    if (!name.equals("default") && !defined.contains(name)) {
      throw field.error(
          "the network '" + name + "' is not defined",
          Suggestion.among("Defined networks", name, defined),
          "Correct the name, or add it under the top-level key 'networks'.");
    }
    names.add(name);
    if (!field.isNull()) {
      KEYS.check(field, warnings);
      Field more = field.get("aliases");
      aliases.addAll(more == null ? List.of() : more.texts());
    }
  }
}
