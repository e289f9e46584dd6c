package dev.trestle.steps.data;

import dev.trestle.steps.core.ScenarioScope;
import dev.trestle.steps.core.StepFailure;
import dev.trestle.steps.core.compare.Expected;
import java.math.BigDecimal;

/** Saves and compares a scenario's values. */
final class SavedValues {

  private final ScenarioScope scope;

  SavedValues(ScenarioScope scope) {
    this.scope = scope;
  }

  void save(String name, String written) {
    String value = scope.resolve(written);
    scope.set(scope.resolve(name), value);
    scope.attach("Saved as " + name, "text/plain", value);
  }

  void requireSame(String written, String expected) {
    String actual = scope.resolve(written);
    String wanted = scope.resolve(expected);
    if (!Expected.of(wanted).matches(actual)) {
      throw StepFailure.of("The value " + quoted(written, actual) + " is not '" + wanted + "'.")
          .evidence("Expected: " + wanted + "\nActual:   " + actual)
          .fix("Correct what it comes from, or what the step expects.");
    }
  }

  void requireOther(String written, String refused) {
    String actual = scope.resolve(written);
    if (Expected.of(scope.resolve(refused)).matches(actual)) {
      throw StepFailure.of("The value " + quoted(written, actual) + " must be another one.")
          .evidence("'" + refused + "' is " + actual + " as well.")
          .fix("Correct what it comes from, or what the step expects.");
    }
  }

  void requireBetween(String written, String least, String most) {
    String actual = scope.resolve(written);
    String low = scope.resolve(least);
    String high = scope.resolve(most);
    if (compare(actual, low) < 0 || compare(actual, high) > 0) {
      throw StepFailure.of("The value " + quoted(written, actual) + " is out of bounds.")
          .evidence("Its bounds: " + low + " and " + high + ".")
          .fix("Correct what it comes from, or the bounds in the step.");
    }
  }

  private static String quoted(String written, String actual) {
    return written.equals(actual) ? "'" + actual + "'" : "'" + actual + "' (" + written + ")";
  }

  /** Numbers by value; dates and times as ISO 8601 writes them are in the order of their texts. */
  private static int compare(String left, String right) {
    try {
      return new BigDecimal(left).compareTo(new BigDecimal(right));
    } catch (NumberFormatException e) {
      return left.compareTo(right);
    }
  }
}
