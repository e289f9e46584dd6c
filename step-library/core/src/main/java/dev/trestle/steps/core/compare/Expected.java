package dev.trestle.steps.core.compare;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.trestle.protocol.Json;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A value as a feature writes it: {@code 12} equals the number and the text 12, {@code "12"} only
 * the text, {@code null} nothing, JSON the same JSON, and a placeholder such as {@code <any>} what
 * it stands for.
 */
public final class Expected {

  /** Decimals and long integers keep all their digits. */
  private static final JsonMapper EXACT =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final String written;

  private Expected(String written) {
    this.written = written;
  }

  /** The value that is written; an empty cell is the empty text. */
  public static Expected of(@Nullable String written) {
    return new Expected(written == null ? "" : written);
  }

  /** Whether an actual value, as of parsed JSON or a database's column, is the expected one. */
  public boolean matches(@Nullable Object actual) {
    Optional<Placeholder> placeholder = Placeholder.of(written);
    if (placeholder.isPresent()) {
      return placeholder.get().matches(actual);
    }
    if ("null".equals(written) || actual == null) {
      return "null".equals(written) && actual == null;
    }
    boolean sameJson =
        (isQuoted(written) || isStructure(written))
            && json(written).filter(json -> same(json, actual)).isPresent();
    return sameJson || plain(actual);
  }

  private boolean plain(Object actual) {
    if (actual instanceof Number number) {
      return Decimals.of(written).map(wanted -> Decimals.same(wanted, number)).orElse(false)
          || written.equals(number.toString()); // NaN, and numbers beyond the bound.
    }
    return !(actual instanceof Map || actual instanceof Iterable)
        && written.equals(String.valueOf(actual));
  }

  /** An actual value as a feature would write it. */
  public static String written(@Nullable Object actual) {
    if (actual instanceof Map || actual instanceof Iterable) {
      return Json.write(actual);
    }
    if (actual instanceof String text) {
      boolean ambiguous =
          text.isEmpty()
              || "null".equals(text)
              || "absent".equals(text)
              || Decimals.of(text).isPresent()
              || isQuoted(text);
      return ambiguous ? Json.write(text) : text;
    }
    return actual instanceof Number number ? Decimals.written(number) : String.valueOf(actual);
  }

  /** The value as it is written in the feature. */
  public String written() {
    return written;
  }

  private static boolean same(@Nullable Object expected, @Nullable Object actual) {
    if (expected instanceof Number wanted && actual instanceof Number number) {
      return Decimals.same(wanted, number);
    }
    if (expected instanceof String text && Placeholder.of(text).isPresent()) {
      return Placeholder.of(text).get().matches(actual);
    }
    if (expected instanceof Map<?, ?> wanted && actual instanceof Map<?, ?> map) {
      return wanted.keySet().equals(map.keySet())
          && wanted.entrySet().stream().allMatch(e -> same(e.getValue(), map.get(e.getKey())));
    }
    if (expected instanceof List<?> wanted && actual instanceof List<?> list) {
      Iterator<?> others = list.iterator();
      return wanted.size() == list.size()
          && wanted.stream().allMatch(item -> same(item, others.next()));
    }
    return expected == null ? actual == null : expected.equals(actual);
  }

  private static boolean isQuoted(String text) {
    return text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
  }

  private static boolean isStructure(String text) {
    return (text.startsWith("[") && text.endsWith("]"))
        || (text.startsWith("{") && text.endsWith("}"));
  }

  private static Optional<Object> json(String text) {
    try {
      return Optional.ofNullable(EXACT.readValue(text, Object.class));
    } catch (JsonProcessingException e) {
      // Text in brackets or quotes that is not JSON stands for itself.
      return Optional.empty();
    }
  }
}
