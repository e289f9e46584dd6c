package dev.trestle.steps.messaging.glue;

import dev.trestle.steps.core.ScenarioScope;
import io.cucumber.java.en.Given;

/** Names of the scenario's own. */
public final class SystemSteps {

  /** Saves an order's id. */
  @Given("the order {string}")
  public void order(String id) {
    ScenarioScope scope = ScenarioScope.current();
    scope.set("order", scope.resolve(id));
  }
}
