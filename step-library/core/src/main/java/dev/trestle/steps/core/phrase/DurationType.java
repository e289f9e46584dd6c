package dev.trestle.steps.core.phrase;

import io.cucumber.core.backend.ParameterTypeDefinition;
import io.cucumber.cucumberexpressions.ParameterType;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parameter type {@code {duration}}: {@code 500 ms}, {@code 5 s}, {@code 1.5 seconds}. */
final class DurationType implements ParameterTypeDefinition {

  static final String NAME = "duration";

  /** Without capture groups, so that guards of regular expressions can repeat it. */
  static final String REGEXP =
      "\\d+(?:\\.\\d+)? ?(?:ms|milliseconds?|s|sec|seconds?|min|minutes?|h|hours?)";

  private static final Pattern PARTS = Pattern.compile("([\\d.]+) ?(\\w+)");

  /**
   * The type, unless the project defines one of the same name; that one must be of Java's {@link
   * Duration} as well, since the guard uses it.
   */
  static List<ParameterTypeDefinition> unlessDefined(List<ParameterTypeDefinition> types) {
    for (ParameterTypeDefinition type : types) {
      if (NAME.equals(type.parameterType().getName())) {
        if (Duration.class.equals(type.parameterType().getType())) {
          return List.of();
        }
        throw new PhrasebookException(List.of(otherType(type)));
      }
    }
    return List.of(new DurationType());
  }

  private static Problem otherType(ParameterTypeDefinition type) {
    return new Problem(
        "The parameter type {duration} is not a java.time.Duration.",
        "It is a "
            + type.parameterType().getType().getTypeName()
            + "; Trestle's guard 'within {duration}, …' uses it.",
        new Place(type.getLocation(), 0),
        "Give it another name, or let it return a java.time.Duration.");
  }

  @Override
  public ParameterType<?> parameterType() {
    return new ParameterType<>(NAME, REGEXP, Duration.class, DurationType::parse);
  }

  /** Reads a duration as written in a step. */
  static Duration parse(String written) {
    Matcher parts = PARTS.matcher(written);
    if (!parts.matches()) {
      throw new IllegalArgumentException("'" + written + "' is no duration such as '5 s'.");
    }
    BigDecimal millis = new BigDecimal(parts.group(1)).multiply(unit(parts.group(2)));
    return Duration.ofMillis(millis.longValue());
  }

  /** A duration as a reader would write it. */
  static String written(Duration duration) {
    long millis = duration.toMillis();
    if (millis < 1000) {
      return millis + " ms";
    }
    return BigDecimal.valueOf(millis, 3).stripTrailingZeros().toPlainString() + " s";
  }

  private static BigDecimal unit(String name) {
    long millis =
        switch (name) {
          case "ms", "millisecond", "milliseconds" -> 1;
          case "s", "sec", "second", "seconds" -> 1000;
          case "min", "minute", "minutes" -> 60_000;
          default -> 3_600_000;
        };
    return BigDecimal.valueOf(millis);
  }

  @Override
  public boolean isDefinedAt(StackTraceElement element) {
    return element.getClassName().equals(DurationType.class.getName());
  }

  @Override
  public String getLocation() {
    return "trestle-steps-core, parameter type {duration}";
  }
}
