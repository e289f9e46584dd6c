package dev.trestle.steps.http.own;

import dev.trestle.steps.http.ServiceRequests;
import io.cucumber.java.en.When;

/** Step classes as a project writes them, with REST-assured. */
public final class OwnSteps {

  /** Sends a request and leaves the checks to the feature. */
  @When("Java code echoes {string} with REST-assured")
  public void echo(String body) {
    ServiceRequests.to("cart")
        .queryParam("page", 2)
        .header("Accept-Language", "de")
        .contentType("text/plain")
        .body(body)
        .post("/echo");
  }

  /** Sends a request that nobody answers. */
  @When("Java code asks a service that is gone")
  public void gone() {
    ServiceRequests.to("gone").get("/carts");
  }

  /** Checks in Java what was answered. */
  @When("Java code checks cart {string} itself")
  public void check(String id) {
    ServiceRequests.to("cart")
        .get("/carts/{id}", id)
        .then()
        .statusCode(200)
        .body("items[0].sku", org.hamcrest.Matchers.equalTo("BEANS"));
  }
}
