package dev.trestle.steps.core.phrase.library;

import dev.trestle.steps.core.Example;
import io.cucumber.java.en.When;

/** Steps of the artifact. */
public final class BellSteps {

  @When("the bell rings {int} time(s)")
  @Example("When the bell rings 2 times")
  public void rings(int times) {
    if (times > 3) {
      throw new AssertionError("rang " + times + " times");
    }
  }
}
