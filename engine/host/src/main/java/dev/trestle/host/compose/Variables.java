package dev.trestle.host.compose;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The variables that files may use: those of the environment before those of {@code .env}. */
final class Variables {
  private final Map<String, String> environment;
  private final Map<String, String> defaults;

  Variables(Map<String, String> environment, Map<String, String> defaults) {
    this.environment = Map.copyOf(environment);
    this.defaults = Map.copyOf(defaults);
  }

  @Nullable String get(String name) {
    String value = environment.get(name);
    return value == null ? defaults.get(name) : value;
  }

  /** These, over the ones of further env files. */
  Variables over(Map<String, String> further) {
    Map<String, String> all = new LinkedHashMap<>(defaults);
    all.putAll(environment);
    return new Variables(all, further);
  }
}
