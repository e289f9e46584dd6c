package dev.trestle.steps.data;

import dev.trestle.steps.core.ScenarioScope;
import dev.trestle.steps.core.StepFailure;
import dev.trestle.steps.core.compare.Decimals;
import dev.trestle.steps.core.compare.Differing;
import dev.trestle.steps.core.compare.Expected;
import dev.trestle.steps.core.compare.Quantity;
import java.util.regex.Pattern;

/** Saves and compares a scenario's values. */
final class SavedValues {

  /** As JSON writes numbers: 007 is not one. */
  private static final Pattern NUMBER =
      Pattern.compile("-?(?:0|[1-9]\\d*)(?:\\.\\d+)?(?:[eE][+-]?\\d+)?");

  private final ScenarioScope scope;

  SavedValues(ScenarioScope scope) {
    this.scope = scope;
  }

  void save(String name, String written) {
    String value = scope.resolve(written);
    scope.set(scope.resolve(name), value);
    scope.attach("Saved as " + name, "text/plain", value);
  }

  /** The same text, or the same number however it is written. */
  void requireSame(String written, String expected) {
    String actual = scope.resolve(written);
    String wanted = scope.resolve(expected);
    if (!isSame(actual, wanted)) {
      Differing differing = Differing.of(actual, wanted);
      throw StepFailure.of("The value " + quoted(written, actual) + " is not '" + wanted + "'.")
          .evidence("Expected: " + differing.wanted() + "\nActual:   " + differing.actual())
          .fix("Correct what it comes from, or what the step expects.");
    }
  }

  void requireOther(String written, String refused) {
    String actual = scope.resolve(written);
    if (isSame(actual, scope.resolve(refused))) {
      throw StepFailure.of("The value " + quoted(written, actual) + " must be another one.")
          .evidence("'" + refused + "' is " + Differing.shown(actual) + " as well.")
          .fix("Correct what it comes from, or what the step expects.");
    }
  }

  /** A saved value is a text here, so one that is a number equals it by value as JSON's does. */
  private static boolean isSame(String actual, String wanted) {
    Expected expected = Expected.of(wanted);
    return expected.matches(actual)
        || (NUMBER.matcher(actual).matches()
            && Decimals.of(actual).filter(number -> expected.matches(number)).isPresent());
  }

  void requireBetween(String written, String least, String most) {
    String actual = scope.resolve(written);
    Quantity.Order low = Quantity.compare(actual, scope.resolve(least));
    Quantity.Order high = Quantity.compare(actual, scope.resolve(most));
    if (!low.isKnown() || !high.isKnown()) {
      throw StepFailure.of("The value " + quoted(written, actual) + " cannot be between these.")
          .evidence(low.isKnown() ? high.obstacle() : low.obstacle())
          .fix("Write a value and two bounds of one kind, as the step's description lists them.");
    }
    if (low.sign() < 0 || high.sign() > 0) {
      throw StepFailure.of("The value " + quoted(written, actual) + " is out of bounds.")
          .evidence("Its bounds: " + scope.resolve(least) + " and " + scope.resolve(most) + ".")
          .fix("Correct what it comes from, or the bounds in the step.");
    }
  }

  private static String quoted(String written, String actual) {
    String shown = "'" + Differing.shown(actual) + "'";
    return written.equals(actual) ? shown : shown + " (" + written + ")";
  }
}
