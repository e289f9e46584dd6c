package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.shop.ShopClient.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Steps that call the shop and look at what it answers. */
public class ShopSteps {

  private final Map<String, String> kept = new HashMap<>();
  private Answer answer;

  @When("I send GET {string}")
  public void get(String path) throws IOException, InterruptedException {
    answer = ShopClient.get(resolve(path));
  }

  @When("I send POST {string} with:")
  public void post(String path, Map<String, String> fields)
      throws IOException, InterruptedException {
    Map<String, String> body = new HashMap<>(fields);
    body.replaceAll((name, value) -> resolve(value));
    answer = ShopClient.post(resolve(path), body);
  }

  @Then("the response status is {int}")
  public void status(int status) {
    assertThat(answer.status()).isEqualTo(status);
  }

  @Then("the response at {string} is {string}")
  public void text(String pointer, String expected) {
    assertThat(at(pointer).asText()).as(pointer).isEqualTo(expected);
  }

  @Then("the response at {string} is {int}")
  public void number(String pointer, int expected) {
    assertThat(at(pointer).asInt()).as(pointer).isEqualTo(expected);
  }

  @Then("I keep {string} as {string}")
  public void keep(String pointer, String name) {
    kept.put("{" + name + "}", at(pointer).asText());
  }

  private JsonNode at(String pointer) {
    return answer.body().at(pointer);
  }

  private String resolve(String text) {
    String resolved = text;
    for (Map.Entry<String, String> entry : kept.entrySet()) {
      resolved = resolved.replace(entry.getKey(), entry.getValue());
    }
    return resolved;
  }
}
