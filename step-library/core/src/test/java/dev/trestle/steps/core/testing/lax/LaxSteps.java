package dev.trestle.steps.core.testing.lax;

import dev.trestle.steps.core.Example;
import dev.trestle.steps.core.ScenarioScope;
import dev.trestle.steps.core.StepFailure;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;

/** A number in a box, and steps that look at it well and badly. */
public final class LaxSteps {

  private final ScenarioScope scope = ScenarioScope.current();

  /** Puts a number into the box. */
  @Given("the box holds {int}")
  public void hold(int number) {
    scope.set("box", number);
  }

  /** Looks at the box as it should. */
  @Example("Then the box has 1")
  @Then("the box has {int}")
  public void has(int number) {
    if (!scope.get("box").equals(number)) {
      throw StepFailure.of("The box does not have " + number + ".")
          .evidence("It has " + scope.get("box") + ".")
          .fix("Correct the number.");
    }
  }

  /** Looks at nothing. */
  @Example("Then the box is fine")
  @Then("the box is fine")
  public void isFine() {
    // A step that somebody forgot to write.
  }

  /** Fails without saying anything. */
  @Example("Then the box is red")
  @Then("the box is red")
  public void isRed() {
    throw StepFailure.of("No.");
  }

  /** Fails by accident. */
  @Example("Then the box breaks")
  @Then("the box breaks")
  public void breaks() {
    throw new IllegalStateException("It broke.");
  }

  /** Has no example. */
  @Then("the box is new")
  public void isNew() {
    throw StepFailure.of("It is old.");
  }
}
