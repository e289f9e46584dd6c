package dev.trestle.maven;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.apache.maven.plugin.MojoFailureException;

/** What the value of each parameter, or each item of a list, has to look like. */
final class ParameterRules {

  private static final int LONGEST_SHOWN = 80;
  private static final int MOST_LANES = 1_000;
  private static final int MOST_LEASE = 525_600;

  private static final Pattern PERCENT = Pattern.compile("\\d{1,3}(\\.\\d{1,6})?");
  private static final Pattern SECRET = Pattern.compile("-?\\p{L}[\\p{L}\\p{N}_.-]*");
  private static final Pattern PROFILE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]*");

  /**
   * The rule of one parameter.
   *
   * @param fits whether a value fits
   * @param wanted what it has to be, as the rest of "It has to be …"
   * @param example a value that fits
   */
  record Rule(Predicate<String> fits, String wanted, String example) {}

  private static final Map<String, Rule> RULES =
      Map.ofEntries(
          Map.entry("trestle.compose", path("the path of a Compose file", "compose.yaml")),
          Map.entry(
              "trestle.profiles",
              new Rule(
                  value -> PROFILE.matcher(value.strip()).matches(),
                  "the name of a Compose profile: letters, digits, '_', '.' and '-'",
                  "reporting")),
          Map.entry("trestle.runtime", oneOf("auto", "process", "container")),
          Map.entry("trestle.jvmArguments", text("an argument of a virtual machine", "-Xmx512m")),
          Map.entry(
              "trestle.features",
              new Rule( // Windows allows no colon in a path but that of the drive.
                  value -> isPath(FeaturePaths.withoutLines(value)),
                  "a feature file or a folder",
                  "src/test/features")),
          Map.entry(
              "trestle.glue",
              new Rule(
                  ParameterRules::isPackage, "the name of a Java package", "com.example.steps")),
          Map.entry("trestle.tags", text("a tag expression", "@critical")),
          Map.entry(
              "trestle.names",
              new Rule(ParameterRules::isExpression, "a regular expression", "paid order")),
          Map.entry("trestle.lanes", wholeNumber(0, MOST_LANES, "4")),
          Map.entry("trestle.contracts", oneOf("fail", "warn", "off")),
          Map.entry("trestle.unusedFaults", oneOf("fail", "warn", "off")),
          Map.entry(
              "trestle.minimumInteractionCoverage",
              new Rule(ParameterRules::isPercentage, "a number from 0 to 100", "92.5")),
          Map.entry("trestle.allureResults", path("the path of a folder", "target/allure-results")),
          Map.entry("trestle.report", path("the path of a file", "target/flows.html")),
          Map.entry("trestle.junit", path("the path of a folder", "target/junit")),
          Map.entry(
              "trestle.secrets",
              new Rule(
                  value -> SECRET.matcher(value.strip()).matches(),
                  "the name of a secret, with a minus sign before it if it is none",
                  "accountNumber")),
          Map.entry("trestle.lease", wholeNumber(1, MOST_LEASE, "60")),
          Map.entry("trestle.services", text("the name of a service", "cart")),
          Map.entry("trestle.mutate.budget", text("a time, as Budget reads it", "10min")),
          Map.entry("trestle.mutate.scenarios", wholeNumber(0, Integer.MAX_VALUE, "5")),
          Map.entry("trestle.mutate.minimumScore", wholeNumber(0, 100, "80")));

  private ParameterRules() {}

  /** Whether there is a rule for a parameter. */
  static boolean has(String property) {
    return RULES.containsKey(property);
  }

  /**
   * Looks at a value.
   *
   * @param property such as {@code trestle.lanes}
   * @param written its value, or an item of it
   * @throws MojoFailureException when the value does not fit
   */
  static void check(String property, String written) throws MojoFailureException {
    Rule rule = RULES.get(property);
    if (rule != null && !rule.fits().test(written)) {
      throw new MojoFailureException(
          ("The value '" + shown(written) + "' of " + property + " is not valid.\n")
              + ("It has to be " + rule.wanted() + ".\n")
              + "It is set in the POM or on the command line.\n"
              + ("Correct it, such as to -D" + property + "=" + rule.example() + "."));
    }
  }

  /**
   * A whole number that {@link #check} let pass.
   *
   * @param written as it is written
   */
  static int number(String written) {
    return Integer.parseInt(written.strip());
  }

  /** On one line, without what a terminal would carry out, and not too long. */
  private static String shown(String written) {
    String plain = written.replaceAll("\\p{Cntrl}", "?");
    return plain.length() <= LONGEST_SHOWN ? plain : plain.substring(0, LONGEST_SHOWN) + "…";
  }

  private static Rule oneOf(String... values) {
    List<String> all = List.of(values);
    return new Rule(all::contains, "one of " + String.join(", ", all), all.get(1));
  }

  private static Rule text(String wanted, String example) {
    return new Rule(value -> !value.isBlank() && isPlain(value), wanted, example);
  }

  private static Rule path(String wanted, String example) {
    return new Rule(ParameterRules::isPath, wanted, example);
  }

  private static Rule wholeNumber(int least, int most, String example) {
    BigInteger low = BigInteger.valueOf(least);
    BigInteger high = BigInteger.valueOf(most);
    Predicate<String> fits =
        value -> {
          String digits = value.strip();
          if (!digits.matches("\\+?[0-9]{1,10}")) {
            return false;
          }
          BigInteger number = new BigInteger(digits);
          return number.compareTo(low) >= 0 && number.compareTo(high) <= 0;
        };
    return new Rule(fits, "a whole number from " + least + " to " + most, example);
  }

  private static boolean isPlain(String value) {
    return value.chars().noneMatch(Character::isISOControl);
  }

  private static boolean isPath(String value) {
    try {
      return !value.isBlank() && isPlain(value) && Path.of(value).getNameCount() >= 0;
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private static boolean isPackage(String value) {
    String name = value.strip().replaceFirst("^classpath:/?", "").replace('/', '.');
    return Arrays.stream(name.split("\\.", -1)).allMatch(ParameterRules::isIdentifier);
  }

  private static boolean isIdentifier(String name) {
    return !name.isEmpty()
        && Character.isJavaIdentifierStart(name.codePointAt(0))
        && name.codePoints().allMatch(Character::isJavaIdentifierPart)
        && isPlain(name);
  }

  private static boolean isExpression(String value) {
    try {
      String expression = value.strip();
      return !expression.isEmpty() && isPlain(Pattern.compile(expression).pattern());
    } catch (PatternSyntaxException e) {
      return false;
    }
  }

  private static boolean isPercentage(String value) {
    String number = value.strip();
    return PERCENT.matcher(number).matches()
        && new BigDecimal(number).compareTo(BigDecimal.valueOf(100)) <= 0;
  }
}
