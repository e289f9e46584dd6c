package dev.trestle.steps.core.phrase.shelf;

import dev.trestle.steps.core.ScenarioScope;
import io.cucumber.java.PendingException;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** Keeps the scope of its scenario, as the step classes of the library do. */
@SuppressWarnings("DoNotCallSuggester")
public final class ShelfSteps {

  private static final Map<String, AtomicInteger> SHELVES = new ConcurrentHashMap<>();
  private static final Map<String, CyclicBarrier> MEETINGS = new ConcurrentHashMap<>();

  private final ScenarioScope scope = ScenarioScope.current();

  @Given("{int} of {string} is/are on the shelf")
  public void fill(int count, String product) {
    SHELVES.put(scope.resolve(product), new AtomicInteger(count));
  }

  @When("{string} takes one of {string}")
  public void take(String who, String product) {
    scope.attach("Taken by", "text/plain", scope.resolve(who));
    AtomicInteger shelf = SHELVES.get(scope.resolve(product));
    if (shelf == null || shelf.getAndUpdate(left -> Math.max(0, left - 1)) == 0) {
      throw new AssertionError(scope.resolve(product) + " is sold out");
    }
    scope.set("receipt", scope.resolve(who));
  }

  @When("{int} meet")
  public void meet(int count) throws BrokenBarrierException, InterruptedException {
    try {
      MEETINGS
          .computeIfAbsent(scope.traceId(), absent -> new CyclicBarrier(count))
          .await(20, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new AssertionError("not at the same moment", e);
    }
  }

  @Then("{string} reads {string}")
  public void reads(String value, String expected) {
    String read = scope.reveal(scope.resolve(value));
    if (!read.matches(expected) || scope != ScenarioScope.current()) {
      throw new AssertionError("It reads " + read);
    }
  }

  @Then("{string} is not known")
  public void isUnknown(String value) {
    try {
      scope.resolve(value);
    } catch (AssertionError e) {
      return;
    }
    throw new AssertionError(value + " is known");
  }

  @Then("that is planned")
  public void planned() {
    throw new PendingException("later");
  }
}
