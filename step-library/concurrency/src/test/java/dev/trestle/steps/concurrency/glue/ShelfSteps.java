package dev.trestle.steps.concurrency.glue;

import dev.trestle.steps.core.ScenarioScope;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.When;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A shelf; each that takes something saves a receipt of its own and the order of all. */
public final class ShelfSteps {

  private static final Map<String, AtomicInteger> SHELVES = new ConcurrentHashMap<>();

  private final ScenarioScope scope = ScenarioScope.current();

  @Given("there are {int} {string}")
  public void fill(int count, String product) {
    SHELVES.put(scope.alias(product), new AtomicInteger(count));
  }

  @When("somebody takes one of {string}")
  public void take(String product) {
    int left = SHELVES.get(scope.alias(product)).getAndDecrement();
    if (left <= 0) {
      throw new AssertionError(product + " is sold out");
    }
    scope.set("receipt", left);
    scope.set("order", "o-1");
  }
}
