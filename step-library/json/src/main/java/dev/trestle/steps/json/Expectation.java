package dev.trestle.steps.json;

import dev.trestle.steps.core.compare.Expected;
import dev.trestle.steps.core.json.JsonCheck;
import dev.trestle.steps.core.json.JsonDocument.Found;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a table can expect of a value, in words. */
final class Expectation {

  private static final Map<String, BiPredicate<Found, String>> ALL = all();

  private Expectation() {}

  /** The words that there are. */
  static String words() {
    return String.join(", ", ALL.keySet());
  }

  /** The expectation of these words, which takes what is found and the row's last cell. */
  static Optional<BiPredicate<Found, String>> of(String words) {
    return Optional.ofNullable(ALL.get(words));
  }

  private static Map<String, BiPredicate<Found, String>> all() {
    Map<String, BiPredicate<Found, String>> all = new TreeMap<>();
    all.put("is", JsonCheck::matches);
    all.put("is not", (found, wanted) -> !JsonCheck.matches(found, wanted));
    all.put("contains", JsonCheck::contains);
    all.put(
        "does not contain",
        (found, wanted) -> found.present() && !JsonCheck.contains(found, wanted));
    all.put("starts with", (found, wanted) -> text(found).startsWith(wanted));
    all.put("ends with", (found, wanted) -> text(found).endsWith(wanted));
    all.put("matches", (found, wanted) -> found.present() && Pattern.matches(wanted, text(found)));
    all.put("is at least", (found, wanted) -> compares(found, wanted, sign -> sign >= 0));
    all.put("is at most", (found, wanted) -> compares(found, wanted, sign -> sign <= 0));
    all.put("is more than", (found, wanted) -> compares(found, wanted, sign -> sign > 0));
    all.put("is less than", (found, wanted) -> compares(found, wanted, sign -> sign < 0));
    all.put("has size", (found, wanted) -> wanted.equals(String.valueOf(size(found))));
    all.put("is a", (found, wanted) -> found.present() && wanted.equals(kind(found.value())));
    all.put("is empty", (found, wanted) -> size(found) == 0);
    all.put("is not empty", (found, wanted) -> size(found) > 0);
    all.put("is present", (found, wanted) -> found.present());
    all.put("is absent", (found, wanted) -> !found.present());
    return all;
  }

  private static String text(Found found) {
    return found.value() == null ? "" : String.valueOf(found.value());
  }

  private static boolean compares(Found found, String wanted, IntPredicate sign) {
    Optional<BigDecimal> left = number(text(found));
    Optional<BigDecimal> right = number(wanted);
    return left.isPresent() && right.isPresent() && sign.test(left.get().compareTo(right.get()));
  }

  private static Optional<BigDecimal> number(String text) {
    try {
      return Optional.of(new BigDecimal(text));
    } catch (NumberFormatException e) {
      return Optional.empty(); // Nothing else is more or less than another.
    }
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
