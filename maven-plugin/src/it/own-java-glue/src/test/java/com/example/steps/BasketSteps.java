package com.example.steps;

import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;

/** Steps of the project's own, with state of its own. */
public class BasketSteps {
  private final Basket basket;

  /** PicoContainer makes one basket for each scenario. */
  public BasketSteps(Basket basket) {
    this.basket = basket;
  }

  @Given("a basket with {int} apples")
  public void basket(int apples) {
    basket.add(apples);
  }

  @Then("the basket holds {int} apples")
  public void holds(int apples) {
    if (basket.apples() != apples) {
      throw new AssertionError("The basket holds " + basket.apples() + " apples.");
    }
  }
}
