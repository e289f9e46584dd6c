package dev.trestle.steps.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.javacrumbs.jsonunit.JsonAssert;
import net.javacrumbs.jsonunit.core.Configuration;
import net.javacrumbs.jsonunit.core.listener.Difference;

/**
 * A whole body against an expected one, by json-unit and its placeholders.
 *
 * @param same whether there is no difference
 * @param expected the expected body's lines, with the actual values where these are as expected
 * @param actual the actual body's lines
 */
record BodyComparison(boolean same, List<String> expected, List<String> actual) {

  static BodyComparison of(String expected, String actual) {
    try {
      return json(JsonBody.parse(expected), JsonBody.parse(actual));
    } catch (JsonProcessingException e) {
      return text(expected.strip(), actual.strip());
    }
  }

  private static BodyComparison text(String expected, String actual) {
    return new BodyComparison(
        expected.equals(actual), expected.lines().toList(), actual.lines().toList());
  }

  private static BodyComparison json(JsonBody expected, JsonBody actual) {
    Set<String> differing = new HashSet<>();
    boolean same = true;
    try {
      JsonAssert.assertJsonEquals(expected.document(), actual.document(), configuration(differing));
    } catch (AssertionError e) {
      same = false;
    }
    Object shown = ShownJson.reconcile(expected.document(), actual.document(), differing);
    return new BodyComparison(same, ShownJson.lines(shown), ShownJson.lines(actual.document()));
  }

  private static Configuration configuration(Set<String> differing) {
    return Configuration.empty()
        .withTolerance(BigDecimal.ZERO) // 7.5 equals 7.50
        .withDifferenceListener((difference, context) -> add(difference, differing));
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
