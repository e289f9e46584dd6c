package dev.trestle.host.compose;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Maps {@code healthcheck}, with the defaults of Docker. */
final class HealthcheckMapper {
  private static final Keys KEYS =
      Keys.of("test", "interval", "timeout", "retries", "start_period", "disable")
          .unused("start_interval");
  private static final List<String> FORMS = List.of("NONE", "CMD", "CMD-SHELL");
  private static final Duration DEFAULT = Duration.ofSeconds(30);

  private HealthcheckMapper() {}

  static Healthcheck map(Field field, Warnings warnings) {
    KEYS.check(field, warnings);
    List<String> test = test(field.get("test"));
    boolean none = test.equals(List.of("NONE"));
    Field retries = field.get("retries");
    Field disable = field.get("disable");
    return new Healthcheck(
        none ? List.of() : test,
        duration(field.get("interval"), DEFAULT),
        duration(field.get("timeout"), DEFAULT),
        retries == null ? 3 : retries.number(1, 1_000_000),
        duration(field.get("start_period"), Duration.ZERO),
        none || (disable != null && disable.flag()),
        field.position());
  }

  private static Duration duration(@Nullable Field field, Duration otherwise) {
    return field == null ? otherwise : field.duration();
  }

  private static List<String> test(@Nullable Field test) {
    if (test == null) {
      return List.of();
    }
    if (!test.isSequence()) {
      return List.of("CMD-SHELL", test.text());
    }
    List<String> words = test.texts();
    String form = words.isEmpty() ? "" : words.get(0);
    if (!FORMS.contains(form)) {
      throw test.error(
          "a health check's list must start with NONE, CMD or CMD-SHELL",
          "It starts with '" + form + "'.",
          "Put CMD first, or write the test as one text.");
    }
    return words;
  }
}
