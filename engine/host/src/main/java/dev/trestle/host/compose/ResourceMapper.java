package dev.trestle.host.compose;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Maps the top-level {@code networks} and {@code volumes}. */
final class ResourceMapper {
  private static final Keys NETWORK =
      Keys.of("name", "external", "internal", "driver")
          .unused("attachable", "driver_opts", "enable_ipv4", "enable_ipv6", "ipam", "labels");
  private static final Keys VOLUME =
      Keys.of("name", "external", "driver").unused("driver_opts", "labels");

  private ResourceMapper() {}

  static Resources map(@Nullable Field networks, @Nullable Field volumes, Warnings warnings) {
    return new Resources(
        all(networks, NETWORK, "bridge", warnings, ResourceMapper::network),
        all(volumes, VOLUME, "local", warnings, field -> new Resources.Volume(external(field))));
  }

  private static <T> Map<String, T> all(
      @Nullable Field resources,
      Keys keys,
      String driver,
      Warnings warnings,
      Function<@Nullable Field, T> map) {
    Map<String, T> mapped = new LinkedHashMap<>();
    if (resources != null) {
      resources
          .entries()
          .forEach(
              (name, field) -> {
                if (field.isNull()) {
                  mapped.put(name, map.apply(null));
                } else {
                  keys.check(field, warnings);
                  warnOfOwn(field, driver, warnings);
                  mapped.put(name, map.apply(field));
                }
              });
    }
    return mapped;
  }

  /** One of the environment's own has the usual driver, and a name that no other has. */
  private static void warnOfOwn(Field field, String usual, Warnings warnings) {
    if (external(field) != null) {
      return;
    }
    Field name = field.get("name");
    if (name != null) {
      warnings.add(
          name.position(),
          name.key(),
          "not used by Trestle: each environment has one of its own, unless it is external");
    }
    Field driver = field.get("driver");
    if (driver != null && !driver.text().equals(usual)) {
      warnings.add(
          driver.position(), driver.key(), "not used by Trestle, which takes '" + usual + "'");
    }
  }

  private static Resources.Network network(@Nullable Field field) {
    Field internal = field == null ? null : field.get("internal");
    return new Resources.Network(external(field), internal != null && internal.flag());
  }

  /** The name of an external resource: {@code name}, else its key. */
  static @Nullable String external(@Nullable Field field) {
    Field external = field == null ? null : field.get("external");
    if (field == null || external == null) {
      return null;
    }
    Field name = field.get("name");
    if (external.isMapping()) {
      name = external.get("name"); // the older form, external: { name: … }
    } else if (!external.flag()) {
      return null;
    }
    String key = field.key();
    return name == null ? key.substring(key.lastIndexOf('.') + 1) : name.text();
  }
}
