package dev.trestle.steps.core.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.trestle.steps.core.StepFailure;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.javacrumbs.jsonunit.JsonAssert;
import net.javacrumbs.jsonunit.core.Configuration;
import net.javacrumbs.jsonunit.core.listener.Difference;

/**
 * A whole document against an expected one, by json-unit and its placeholders.
 *
 * @param same whether there is no difference
 * @param expected the expected document's lines, with the actual values where these are as expected
 * @param actual the actual document's lines
 */
public record JsonComparison(boolean same, List<String> expected, List<String> actual) {

  /** Copies the lists. */
  public JsonComparison {
    expected = List.copyOf(expected);
    actual = List.copyOf(actual);
  }

  /**
   * Compares two texts, as JSON when the expected one is JSON, and else by character without outer
   * space.
   *
   * @throws StepFailure when the expected one looks like JSON and is not
   */
  public static JsonComparison of(String expected, String actual) {
    String wanted = expected.strip();
    JsonDocument document;
    try {
      document = JsonDocument.parse(expected);
    } catch (JsonProcessingException e) {
      if (wanted.startsWith("{") || wanted.startsWith("[{")) {
        throw StepFailure.of("What the step expects is not JSON.")
            .evidence("Of its JSON, " + NotJson.reason(e) + ".")
            .fix("Correct the text below the step.")
            .causedBy(e);
      }
      return text(wanted, actual.strip());
    }
    try {
      return of(document, JsonDocument.parse(actual), Leniency.NONE);
    } catch (JsonProcessingException e) {
      return text(wanted, actual.strip());
    }
  }

  private static JsonComparison text(String expected, String actual) {
    return new JsonComparison(
        expected.equals(actual), expected.lines().toList(), actual.lines().toList());
  }

  /** Compares two documents. */
  public static JsonComparison of(JsonDocument expected, JsonDocument actual, Leniency leniency) {
    Set<String> differing = new HashSet<>();
    boolean same = true;
    try {
      JsonAssert.assertJsonEquals(
          expected.document(), actual.document(), configuration(differing, leniency));
    } catch (AssertionError e) {
      same = false;
    }
    Object shown = ShownJson.reconcile(expected.document(), actual.document(), differing);
    return new JsonComparison(same, ShownJson.lines(shown), ShownJson.lines(actual.document()));
  }

  private static Configuration configuration(Set<String> differing, Leniency leniency) {
    Configuration strict =
        Configuration.empty()
            .withTolerance(BigDecimal.ZERO) // 7.5 equals 7.50
            .withDifferenceListener((difference, context) -> add(difference, differing));
    return leniency.apply(strict);
  }

  private static void add(Difference difference, Set<String> differing) {
    String expected = difference.getExpectedPath();
    String actual = difference.getActualPath();
    if (expected != null) {
      differing.add(expected);
    }
    if (actual != null) {
      differing.add(actual);
    }
  }
}
