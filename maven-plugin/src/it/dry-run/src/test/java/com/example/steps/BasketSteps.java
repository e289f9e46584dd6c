package com.example.steps;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;

/** Steps that a dry run does not run. */
public class BasketSteps {

  @Given("a basket")
  public void basket() {}

  @Then("it is empty")
  public void empty() {}

  @Then("it is full")
  public void full() {}
}
