package dev.trestle.steps.json;

import dev.trestle.steps.core.compare.Expected;
import dev.trestle.steps.core.compare.Part;
import dev.trestle.steps.core.compare.Quantity;
import dev.trestle.steps.core.json.JsonCheck;
import dev.trestle.steps.core.json.JsonDocument.Found;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a table can expect of a value, in words; only "is absent" is met where there is none. */
@FunctionalInterface
interface Expectation {

  /** All of them by their words. */
  Map<String, Expectation> ALL = all();

  /**
   * How a value meets an expectation.
   *
   * @param met whether it does
   * @param obstacle why it cannot be said at all, as a sentence; empty when it can
   */
  record Answer(boolean met, String obstacle) {}

  /**
   * Asks whether a value is as expected.
   *
   * @param path where it is
   * @param found what is there
   * @param wanted the row's last cell
   */
  Answer ask(String path, Found found, String wanted);

  /** The words that there are. */
  static String words() {
    return String.join(", ", ALL.keySet());
  }

  /** The expectation of these words. */
  static Optional<Expectation> of(String words) {
    return Optional.ofNullable(ALL.get(words));
  }

  private static Map<String, Expectation> all() {
    Map<String, Expectation> all = new TreeMap<>();
    all.put("is", plain(JsonCheck::matches));
    all.put(
        "is not", (path, found, wanted) -> new Answer(JsonCheck.isOther(path, found, wanted), ""));
    all.put("contains", plain((found, wanted) -> contains(found, wanted)));
    all.put(
        "does not contain",
        plain((found, wanted) -> isContainer(found) && !contains(found, wanted)));
    all.put("starts with", text((text, wanted) -> text.startsWith(Part.of(wanted, ""))));
    all.put("ends with", text((text, wanted) -> text.endsWith(Part.of(wanted, ""))));
    all.put("matches", text((text, wanted) -> Pattern.matches(wanted, text)));
    all.put("is at least", order(sign -> sign >= 0));
    all.put("is at most", order(sign -> sign <= 0));
    all.put("is more than", order(sign -> sign > 0));
    all.put("is less than", order(sign -> sign < 0));
    all.put("is after", order(sign -> sign > 0));
    all.put("is before", order(sign -> sign < 0));
    all.put("has size", plain((found, wanted) -> wanted.equals(String.valueOf(size(found)))));
    all.put(
        "is a", plain((found, wanted) -> found.present() && wanted.equals(kind(found.value()))));
    all.put("is empty", plain((found, wanted) -> size(found) == 0));
    all.put("is not empty", plain((found, wanted) -> size(found) > 0));
    all.put("is present", plain((found, wanted) -> found.present()));
    all.put("is absent", plain((found, wanted) -> !found.present()));
    return all;
  }

  private static Expectation plain(BiPredicate<Found, String> test) {
    return (path, found, wanted) -> new Answer(test.test(found, wanted), "");
  }

  /** An expectation of a text, or of a number or truth as it is written. */
  private static Expectation text(BiPredicate<String, String> test) {
    return plain(
        (found, wanted) ->
            found.value() instanceof String text
                ? test.test(text, wanted)
                : (found.value() instanceof Number || found.value() instanceof Boolean)
                    && test.test(Expected.written(found.value()), wanted));
  }

  private static Expectation order(IntPredicate sign) {
    return (path, found, wanted) -> {
      if (!found.present()) {
        return new Answer(false, "");
      }
      Quantity.Order order = Quantity.compare(found.value(), wanted);
      return new Answer(order.isKnown() && sign.test(order.sign()), order.obstacle());
    };
  }

  private static boolean isContainer(Found found) {
    return found.value() instanceof String || found.value() instanceof List;
  }

  private static boolean contains(Found found, String wanted) {
    if (found.value() instanceof String) {
      Part.of(wanted, "");
    }
    return JsonCheck.contains(found, wanted);
  }

  /** How many items, members or characters there are; -1 where that means nothing. */
  private static int size(Found found) {
    Object value = found.value();
    if (value instanceof List<?> list) {
      return list.size();
    }
    if (value instanceof Map<?, ?> map) {
      return map.size();
    }
    return value instanceof String text ? text.length() : -1;
  }

  /** The kind of a value as a table says it. */
  static String kind(@Nullable Object value) {
    if (value instanceof String) {
      return "text";
    }
    if (value instanceof Number) {
      return "number";
    }
    if (value instanceof Boolean) {
      return "truth";
    }
    if (value instanceof List) {
      return "list";
    }
    return value instanceof Map ? "object" : Expected.written(value);
  }
}
