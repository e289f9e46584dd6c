package dev.trestle.host.compose;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Maps {@code healthcheck}; what it leaves out, and zero, is for the image to say. */
final class HealthcheckMapper {
  private static final Keys KEYS =
      Keys.of("test", "interval", "timeout", "retries", "start_period", "disable")
          .unused("start_interval");
  private static final List<String> FORMS = List.of("NONE", "CMD", "CMD-SHELL");

  private HealthcheckMapper() {}

  static Healthcheck map(Field field, Warnings warnings) {
    KEYS.check(field, warnings);
    List<String> test = test(field.get("test"));
    boolean none = !test.isEmpty() && test.get(0).equals("NONE");
    Field disable = field.get("disable");
    return new Healthcheck(
        none ? List.of() : test,
        duration(field.get("interval")),
        duration(field.get("timeout")),
        retries(field.get("retries")),
        duration(field.get("start_period")),
        none || (disable != null && disable.flag()),
        field.position());
  }

  private static @Nullable Duration duration(@Nullable Field field) {
    Duration duration = field == null ? Duration.ZERO : field.duration();
    return duration.isZero() ? null : duration;
  }

  private static @Nullable Integer retries(@Nullable Field field) {
    int retries = field == null ? 0 : field.number(0, 1_000_000);
    return retries == 0 ? null : retries;
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
    if (words.size() == 1 && !form.equals("NONE")) {
      throw test.error(
          "a health check has nothing to run",
          "After '" + form + "' the list ends.",
          "Add the command, or leave out 'test' to have the image's own.");
    }
    return words;
  }
}
