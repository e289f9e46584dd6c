package dev.trestle.steps.core.runner.unknowntype;

import io.cucumber.java.en.Given;

/** Glue that Cucumber cannot use as it is. */
public final class UnknownTypeSteps {

  @Given("fine")
  public void fine() {}

  @Given("the ball is {colour}")
  public void ball(String colour) {}
}
