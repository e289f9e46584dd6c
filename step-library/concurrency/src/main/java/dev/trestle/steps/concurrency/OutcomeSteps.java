package dev.trestle.steps.concurrency;

import dev.trestle.steps.core.Example;
import dev.trestle.steps.core.ScenarioScope;
import io.cucumber.java.en.Then;

/** Steps about what came out for those of a step such as {@code 20 shoppers at once …}. */
public final class OutcomeSteps {

  private final ScenarioScope scope = ScenarioScope.current();

  /** Checks for how many nothing went wrong. */
  @Example("Then exactly 5 of them succeed")
  @Then("exactly {int} of them succeed(s)")
  public void exactlySucceed(int count) {
    Outcomes.of(scope).requireSucceeded(count, count);
  }

  /** Checks that nothing went wrong for so many or more. */
  @Example("Then at least 1 of them succeeds")
  @Then("at least {int} of them succeed(s)")
  public void atLeastSucceed(int count) {
    Outcomes.of(scope).requireSucceeded(count, Integer.MAX_VALUE);
  }

  /** Checks that nothing went wrong for any of them. */
  @Example("Then all of them succeed")
  @Then("all of them succeed")
  public void allSucceed() {
    Outcomes.of(scope).requireAllSucceeded();
  }

  /** Checks that the message of each failure has the text in it, and that there are failures. */
  @Example("Then the others fail with \"sold out\"")
  @Then("the others fail with {string}")
  public void othersFailWith(String text) {
    Outcomes.of(scope).requireFailuresWith(scope.resolve(text));
  }

  /** Checks that those who succeeded saved the same value under a name. */
  @Example("Then what they saved as \"order\" is the same for all of them")
  @Then("what they saved as {string} is the same for all of them")
  public void savedSame(String name) {
    Outcomes.of(scope).requireSame(name);
  }

  /** Checks that no two of those who succeeded saved the same value under a name. */
  @Example("Then what they saved as \"receipt\" is different for each of them")
  @Then("what they saved as {string} is different for each of them")
  public void savedDifferent(String name) {
    Outcomes.of(scope).requireDifferent(name);
  }
}
