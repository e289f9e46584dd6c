package com.example.shop;

import static net.serenitybdd.rest.SerenityRest.given;
import static net.serenitybdd.rest.SerenityRest.lastResponse;
import static net.serenitybdd.rest.SerenityRest.restAssuredThat;
import static org.hamcrest.Matchers.equalTo;

import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.restassured.http.ContentType;
import java.util.HashMap;
import java.util.Map;

/** Steps that call the shop and look at what it answers. */
public class ShopSteps {

  private static final String SHOP = System.getProperty("shop.url");

  private final Map<String, String> kept = new HashMap<>();

  @When("I send GET {string}")
  public void get(String path) {
    given().baseUri(SHOP).get(resolve(path));
  }

  @When("I send POST {string} with:")
  public void post(String path, Map<String, String> fields) {
    Map<String, String> body = new HashMap<>(fields);
    body.replaceAll((name, value) -> resolve(value));
    given().baseUri(SHOP).contentType(ContentType.JSON).body(body).post(resolve(path));
  }

  @Then("the response status is {int}")
  public void status(int status) {
    restAssuredThat(response -> response.statusCode(status));
  }

  @Then("the response at {string} is {string}")
  public void text(String path, String expected) {
    restAssuredThat(response -> response.body(path, equalTo(expected)));
  }

  @Then("the response at {string} is {int}")
  public void number(String path, int expected) {
    restAssuredThat(response -> response.body(path, equalTo(expected)));
  }

  @Then("I keep {string} as {string}")
  public void keep(String path, String name) {
    kept.put("{" + name + "}", lastResponse().path(path));
  }

  private String resolve(String text) {
    String resolved = text;
    for (Map.Entry<String, String> entry : kept.entrySet()) {
      resolved = resolved.replace(entry.getKey(), entry.getValue());
    }
    return resolved;
  }
}
