package dev.trestle.steps.data;

import dev.trestle.steps.core.ScenarioScope;
import dev.trestle.steps.core.StepFailure;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.datafaker.Faker;

/** A random value as a feature asks for it, such as {@code city in de-AT}. */
final class RandomValue {

  private static final Pattern IN_LOCALE =
      Pattern.compile("(?s)(.+?) in ([a-z]{2,3}(?:-[A-Z]{2})?)");
  private static final Pattern NUMBER = Pattern.compile("number from (-?\\d+) to (-?\\d+)");
  private static final Pattern AMOUNT =
      Pattern.compile("amount from (\\d+(?:\\.\\d+)?) to (\\d+(?:\\.\\d+)?)");
  private static final Pattern DIGITS = Pattern.compile("([1-9]\\d{0,3}) digits?");
  private static final Pattern LETTERS = Pattern.compile("([1-9]\\d{0,4}) letters?");
  private static final Pattern ONE_OF = Pattern.compile("(?s)one of (.+)");

  private static final String MORE =
      "number from 1 to 6, amount from 1.00 to 9.99, 6 digits, 300 letters, one of red, green";

  private static final Map<String, Function<Faker, String>> KINDS = kinds();

  private final String written;
  private final Random numbers;
  private final ScenarioRandom random;
  private final ScenarioScope scope;

  RandomValue(String written, ScenarioRandom random, ScenarioScope scope) {
    this.written = written;
    this.numbers = random.numbers();
    this.random = random;
    this.scope = scope;
  }

  private static Map<String, Function<Faker, String>> kinds() {
    Map<String, Function<Faker, String>> kinds = new TreeMap<>();
    kinds.put("name", faker -> faker.name().firstName() + " " + faker.name().lastName());
    kinds.put("first name", faker -> faker.name().firstName());
    kinds.put("last name", faker -> faker.name().lastName());
    kinds.put("street", faker -> faker.address().streetAddress());
    kinds.put("postcode", faker -> faker.address().zipCode());
    kinds.put("city", faker -> faker.address().city());
    kinds.put("country", faker -> faker.address().countryCode());
    kinds.put("phone number", faker -> faker.phoneNumber().phoneNumber());
    kinds.put("company", faker -> faker.company().name());
    kinds.put("iban", faker -> faker.finance().iban());
    kinds.put("product", faker -> faker.commerce().productName());
    kinds.put("word", faker -> faker.lorem().word());
    kinds.put("sentence", faker -> faker.lorem().sentence());
    kinds.put(
        "address",
        faker ->
            faker.address().streetAddress()
                + ", "
                + faker.address().zipCode()
                + " "
                + faker.address().city());
    return kinds;
  }

  String make() {
    if ("email".equals(written)) {
      return email();
    }
    return find(NUMBER, this::number)
        .or(() -> find(AMOUNT, this::amount))
        .or(() -> find(DIGITS, found -> characters(found, '0', 10)))
        .or(() -> find(LETTERS, found -> characters(found, 'a', 26)))
        .or(() -> find(ONE_OF, this::oneOf))
        .orElseGet(this::fake);
  }

  private Optional<String> find(Pattern pattern, Function<MatchResult, String> make) {
    Matcher found = pattern.matcher(written);
    return found.matches() ? Optional.of(make.apply(found)) : Optional.empty();
  }

  /** Unique to the scenario, since a user with the same address may be there from another run. */
  private String email() {
    Faker faker = random.faker(Locale.ENGLISH);
    String name = faker.name().firstName() + "." + faker.name().lastName();
    String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z.]", "");
    return scope.alias(plain + "@example.com");
  }

  private String number(MatchResult found) {
    return between(new BigInteger(found.group(1)), new BigInteger(found.group(2))).toString();
  }

  /** With as many digits after the point as the bound that has more of them. */
  private String amount(MatchResult found) {
    BigDecimal low = new BigDecimal(found.group(1));
    BigDecimal high = new BigDecimal(found.group(2));
    int scale = Math.max(low.scale(), high.scale());
    BigInteger least = low.movePointRight(scale).toBigIntegerExact();
    BigInteger most = high.movePointRight(scale).toBigIntegerExact();
    return new BigDecimal(between(least, most), scale).toPlainString();
  }

  private BigInteger between(BigInteger low, BigInteger high) {
    BigInteger count = high.subtract(low).add(BigInteger.ONE);
    if (count.signum() <= 0) {
      throw StepFailure.of("'" + written + "' is no range.")
          .evidence(low + " is more than " + high + " (without the point).")
          .fix("Write the smaller bound first.");
    }
    // 64 bits more than the range has make the remainder as good as even.
    return low.add(new BigInteger(count.bitLength() + 64, numbers).mod(count));
  }

  private String characters(MatchResult found, char first, int count) {
    return numbers
        .ints(Integer.parseInt(found.group(1)), first, first + count)
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  private String oneOf(MatchResult found) {
    String[] choices = found.group(1).split(",", -1);
    return choices[numbers.nextInt(choices.length)].strip();
  }

  private String fake() {
    Matcher local = IN_LOCALE.matcher(written);
    boolean hasLocale = local.matches();
    String kind = hasLocale ? local.group(1) : written;
    Function<Faker, String> make = KINDS.get(kind);
    if (make == null) {
      throw StepFailure.of("Nothing random is named '" + kind + "'.")
          .evidence("Known: email, " + String.join(", ", KINDS.keySet()) + ", " + MORE + ".")
          .fix("Write one of them; names and addresses may end in a language, as in 'city in fr'.");
    }
    return make.apply(random.faker(Locale.forLanguageTag(hasLocale ? local.group(2) : "en")));
  }
}
