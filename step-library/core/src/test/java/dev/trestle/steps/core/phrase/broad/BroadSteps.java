package dev.trestle.steps.core.phrase.broad;

import io.cucumber.java.en.Then;

/** Steps that fit nearly everything. */
public final class BroadSteps {

  @Then("^the (.*) (?:is|rings) (.*)$")
  public void broad(String subject, String rest) {
    if (!rest.equals("loud")) {
      throw new AssertionError("called with " + subject + " and " + rest);
    }
  }
}
