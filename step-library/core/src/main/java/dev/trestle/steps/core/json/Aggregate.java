package dev.trestle.steps.core.json;

import dev.trestle.steps.core.compare.Decimals;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A function at a path's end over the numbers that the path leads to. Jayway's calculates with
 * doubles, in which 0.1 and 0.2 are 0.30000000000000004.
 *
 * @param path the path without the function
 * @param function its name
 */
record Aggregate(String path, String function) {

  private static final Pattern WRITTEN = Pattern.compile("(.+)\\.(sum|min|max|avg)\\(\\)");

  static Optional<Aggregate> in(String path) {
    Matcher parts = WRITTEN.matcher(path.strip());
    return parts.matches()
        ? Optional.of(new Aggregate(parts.group(1), parts.group(2)))
        : Optional.empty();
  }

  /** Its value; nothing where there is no number, or something else among them. */
  JsonDocument.Found of(@Nullable Object found) {
    List<BigDecimal> numbers = new ArrayList<>();
    for (Object value : found instanceof List<?> list ? list : List.of()) {
      Optional<BigDecimal> number =
          value instanceof Number decimal ? Decimals.of(decimal) : Optional.empty();
      if (number.isEmpty()) {
        return JsonDocument.Found.NOTHING;
      }
      numbers.add(number.get());
    }
    return numbers.isEmpty()
        ? JsonDocument.Found.NOTHING
        : new JsonDocument.Found(true, calculate(numbers));
  }

  private BigDecimal calculate(List<BigDecimal> numbers) {
    BigDecimal sum = numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    return switch (function) {
      case "min" -> numbers.stream().min(BigDecimal::compareTo).orElseThrow();
      case "max" -> numbers.stream().max(BigDecimal::compareTo).orElseThrow();
      case "avg" -> sum.divide(BigDecimal.valueOf(numbers.size()), MathContext.DECIMAL128);
      default -> sum;
    };
  }
}
