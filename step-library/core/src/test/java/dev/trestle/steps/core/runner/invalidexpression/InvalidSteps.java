package dev.trestle.steps.core.runner.invalidexpression;

import io.cucumber.java.en.Given;

/** Glue that Cucumber cannot use as it is. */
public final class InvalidSteps {

  @Given("^a (b$")
  public void b() {}
}
