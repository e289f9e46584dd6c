package dev.trestle.host.compose;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Maps {@code extra_hosts}: host names with one address or more, each as {@code name:address}. */
final class ExtraHosts {
  private ExtraHosts() {}

  static List<String> map(@Nullable Field field) {
    List<String> hosts = new ArrayList<>();
    if (field == null) {
      return hosts;
    }
    if (field.isSequence()) {
      field.items().forEach(item -> hosts.add(ofText(item)));
    } else {
      field
          .entries()
          .forEach(
              (name, value) ->
                  (value.isSequence() ? value.items() : List.of(value))
                      .forEach(address -> hosts.add(host(name, address.text()))));
    }
    return hosts;
  }

  private static String ofText(Field item) {
    String[] parts = item.text().split(item.text().contains("=") ? "=" : ":", 2);
    if (parts.length < 2 || parts[0].isBlank() || parts[1].isBlank()) {
      throw item.error(
          "an extra host is malformed",
          "Found: " + item.text(),
          "Write it as \"name=10.0.0.1\" or \"name=[::1]\".");
    }
    return host(parts[0], parts[1]);
  }

  private static String host(String name, String address) {
    return name.strip() + ":" + address.strip().replaceFirst("^\\[(.*)]$", "$1");
  }
}
