package dev.trestle.host.compose;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Maps how much a service may use, from its own keys and from {@code deploy.resources}. */
final class LimitsMapper {
  private static final Keys DEPLOY =
      Keys.of("resources")
          .unused(
              "endpoint_mode",
              "labels",
              "mode",
              "placement",
              "replicas",
              "restart_policy",
              "rollback_config",
              "update_config");
  private static final Keys RESOURCES = Keys.of("limits", "reservations");
  private static final Keys LIMITS = Keys.of("cpus", "memory", "pids");
  private static final Keys RESERVATIONS =
      Keys.of("memory").unused("cpus", "devices", "generic_resources");
  private static final BigDecimal NANO = BigDecimal.valueOf(1_000_000_000);

  private LimitsMapper() {}

  static ContainerSettings.Limits map(Field service, Warnings warnings) {
    Field limits = resources(service, "limits", LIMITS, warnings);
    Field reservations = resources(service, "reservations", RESERVATIONS, warnings);
    Field shares = service.get("cpu_shares");
    Field cpuset = service.get("cpuset");
    return new ContainerSettings.Limits(
        size(either(limits, "memory", service.get("mem_limit"))),
        size(either(reservations, "memory", service.get("mem_reservation"))),
        swap(service.get("memswap_limit")),
        cpus(either(limits, "cpus", service.get("cpus"))),
        shares == null ? null : shares.number(0, 1_000_000),
        cpuset == null ? null : cpuset.text(),
        pids(either(limits, "pids", service.get("pids_limit"))),
        size(service.get("shm_size")),
        ulimits(service.get("ulimits"), warnings));
  }

  private static @Nullable Field resources(
      Field service, String name, Keys keys, Warnings warnings) {
    Field deploy = service.get("deploy");
    if (deploy == null) {
      return null;
    }
    DEPLOY.check(deploy, warnings);
    Field resources = deploy.get("resources");
    if (resources == null) {
      return null;
    }
    RESOURCES.check(resources, warnings);
    Field found = resources.get(name);
    if (found != null) {
      keys.check(found, warnings);
    }
    return found;
  }

  private static @Nullable Field either(
      @Nullable Field deploy, String key, @Nullable Field otherwise) {
    Field found = deploy == null ? null : deploy.get(key);
    return found == null ? otherwise : found;
  }

  private static @Nullable Long size(@Nullable Field field) {
    if (field == null) {
      return null;
    }
    return Sizes.parse(field.text()).orElseThrow(() -> wrong(field, "a size, as 512m or 2gb"));
  }

  private static @Nullable Long swap(@Nullable Field field) {
    return field != null && field.text().equals("-1") ? Long.valueOf(-1) : size(field);
  }

  private static @Nullable Long cpus(@Nullable Field field) {
    if (field == null) {
      return null;
    }
    if (!field.text().matches("\\d{1,5}(\\.\\d{0,9})?|\\.\\d{1,9}")) {
      throw wrong(field, "a number of processors, as 0.5");
    }
    return new BigDecimal(field.text()).multiply(NANO).longValue();
  }

  private static @Nullable Long pids(@Nullable Field field) {
    if (field == null) {
      return null;
    }
    return field.text().equals("-1") ? -1L : field.number(0, Integer.MAX_VALUE);
  }

  private static Map<String, ContainerSettings.Ulimit> ulimits(
      @Nullable Field ulimits, Warnings warnings) {
    Map<String, ContainerSettings.Ulimit> all = new LinkedHashMap<>();
    if (ulimits != null) {
      ulimits.entries().forEach((name, field) -> all.put(name, ulimit(field, warnings)));
    }
    return all;
  }

  private static ContainerSettings.Ulimit ulimit(Field field, Warnings warnings) {
    if (!field.isMapping()) {
      return new ContainerSettings.Ulimit(limit(field), limit(field));
    }
    Keys.of("soft", "hard").check(field, warnings);
    Field soft = field.get("soft");
    Field hard = field.get("hard");
    if (soft == null || hard == null) {
      throw wrong(field, "a number, or a mapping with soft and hard");
    }
    return new ContainerSettings.Ulimit(limit(soft), limit(hard));
  }

  private static long limit(Field field) {
    try {
      long limit = Long.parseLong(field.text());
      if (limit >= -1) {
        return limit;
      }
    } catch (NumberFormatException e) {
      // It is told below.
    }
    throw wrong(field, "a number from 0 to " + Long.MAX_VALUE + ", or -1");
  }

  private static ComposeException wrong(Field field, String expected) {
    return field.error(
        "'" + field.key() + "' must be " + expected,
        field.isMapping() ? "It is a mapping." : "It is '" + field.text() + "'.",
        "Correct the value.");
  }
}
