package com.example.steps;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;

/** Steps that do nothing, and one that fails. */
public class ShopSteps {

  @Given("fine")
  public void fine() {}

  @Given("item {int} is scanned")
  public void scanned(int item) {}

  @Then("broken")
  public void broken() {
    throw new AssertionError("The till is broken.");
  }
}
