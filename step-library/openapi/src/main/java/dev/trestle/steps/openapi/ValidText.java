package dev.trestle.steps.openapi;

import com.github.curiousoddman.rgxgen.RgxGen;
import dev.trestle.steps.core.ScenarioScope;
import dev.trestle.steps.core.StepFailure;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;

/** Makes texts of a format, a pattern or a length; the others are names unique to the scenario. */
final class ValidText {

  private static final int MOST_TRIES = 200;

  private final ScenarioScope scope;
  private final Random random;

  ValidText(ScenarioScope scope) {
    this.scope = scope;
    this.random = new Random(scope.traceId().hashCode()); // The trace id is in the report.
  }

  String of(FlatSchema flat, String name) {
    int shortest = flat.count("minLength").orElse(0);
    int longest = flat.count("maxLength").orElse(Integer.MAX_VALUE);
    if (flat.has("pattern")) {
      return matching(flat.text("pattern"), shortest, longest);
    }
    String text = formatted(flat.text("format"), name);
    if (text.length() < shortest) {
      return text + "x".repeat(shortest - text.length());
    }
    return text.length() > longest ? text.substring(text.length() - longest) : text;
  }

  private String matching(String pattern, int shortest, int longest) {
    try {
      RgxGen generator = RgxGen.parse(pattern);
      return Stream.generate(() -> generator.generate(random))
          .limit(MOST_TRIES)
          .filter(text -> text.length() >= shortest && text.length() <= longest)
          .findFirst()
          .orElseThrow(() -> impossible(pattern, "None of " + MOST_TRIES + " has the length."));
    } catch (RuntimeException e) {
      throw impossible(pattern, String.valueOf(e.getMessage())).causedBy(e);
    }
  }

  private static StepFailure impossible(String pattern, String why) {
    return StepFailure.of("No text can be generated for the pattern '" + pattern + "'.")
        .evidence(why)
        .fix("Give an example in the OpenAPI document, or the value in the step's table.");
  }

  private String formatted(String format, String name) {
    return switch (format) {
      case "date" -> LocalDate.now(ZoneOffset.UTC).toString();
      case "date-time" -> Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
      case "time" -> "12:00:00Z";
      case "duration" -> "PT1M";
      case "uuid" -> UUID.randomUUID().toString();
      case "email", "idn-email" -> scope.alias(name + "@shop.example");
      case "uri", "url", "uri-reference", "iri" -> "https://shop.example/" + scope.alias(name);
      case "hostname", "idn-hostname" -> "shop.example";
      case "ipv4" -> "192.0.2.1"; // RFC 5737
      case "ipv6" -> "2001:db8::1"; // RFC 3849
      case "byte" -> Base64.getEncoder().encodeToString(name.getBytes(StandardCharsets.UTF_8));
      default -> scope.alias(name);
    };
  }
}
