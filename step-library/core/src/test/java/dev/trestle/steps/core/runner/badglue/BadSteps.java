package dev.trestle.steps.core.runner.badglue;

import io.cucumber.java.en.Then;

/** Two steps with one expression. */
public final class BadSteps {

  @Then("Spring injects beans")
  public void one() {
    throw new IllegalStateException("never called");
  }

  @Then("Spring injects beans")
  public void two() {
    throw new IllegalStateException("never called");
  }
}
