package com.example.shop;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.qameta.allure.restassured.AllureRestAssured;
import io.restassured.builder.RequestSpecBuilder;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.Map;

/** Steps that call the shop and look at what it answers. */
public class ShopSteps {

  private static final RequestSpecification SHOP =
      new RequestSpecBuilder()
          .setBaseUri(System.getProperty("shop.url"))
          .addFilter(new AllureRestAssured())
          .build();

  private final Map<String, String> kept = new HashMap<>();
  private Response response;

  @When("I send GET {string}")
  public void get(String path) {
    response = given().spec(SHOP).get(resolve(path));
  }

  @When("I send POST {string} with:")
  public void post(String path, Map<String, String> fields) {
    Map<String, String> body = new HashMap<>(fields);
    body.replaceAll((name, value) -> resolve(value));
    response = given().spec(SHOP).contentType(ContentType.JSON).body(body).post(resolve(path));
  }

  @Then("the response status is {int}")
  public void status(int status) {
    response.then().statusCode(status);
  }

  @Then("the response at {string} is {string}")
  public void text(String path, String expected) {
    response.then().body(path, equalTo(expected));
  }

  @Then("the response at {string} is {int}")
  public void number(String path, int expected) {
    response.then().body(path, equalTo(expected));
  }

  @Then("I keep {string} as {string}")
  public void keep(String path, String name) {
    kept.put("{" + name + "}", response.path(path));
  }

  private String resolve(String text) {
    String resolved = text;
    for (Map.Entry<String, String> entry : kept.entrySet()) {
      resolved = resolved.replace(entry.getKey(), entry.getValue());
    }
    return resolved;
  }
}
