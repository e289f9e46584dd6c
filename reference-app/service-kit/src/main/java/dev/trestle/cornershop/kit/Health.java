package dev.trestle.cornershop.kit;

import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.Map;

/** Answers {@code /health} from the registered checks. */
final class Health {
  private final Map<String, Runnable> checks = new LinkedHashMap<>();

  void add(String subject, Runnable check) {
    checks.put(subject, check);
  }

  void answer(Context context) {
    Map<String, String> states = new LinkedHashMap<>();
    checks.forEach((subject, check) -> states.put(subject, state(check)));
    boolean up = states.values().stream().allMatch("up"::equals);
    context.status(up ? 200 : 503).json(Map.of("status", up ? "up" : "down", "checks", states));
  }

  // Whatever a check throws means the same: its subject is down.
  private static String state(Runnable check) {
    try {
      check.run();
      return "up";
    } catch (RuntimeException e) {
      return "down";
    }
  }
}
