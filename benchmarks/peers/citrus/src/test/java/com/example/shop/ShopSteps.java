package com.example.shop;

import static org.citrusframework.dsl.JsonPathSupport.jsonPath;
import static org.citrusframework.http.actions.HttpActionBuilder.http;

import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.Map;
import org.citrusframework.TestCaseRunner;
import org.citrusframework.annotations.CitrusResource;
import org.citrusframework.dsl.JsonPathSupport;
import org.citrusframework.http.actions.HttpClientResponseActionBuilder;
import org.citrusframework.http.client.HttpClient;
import org.citrusframework.http.client.HttpClientBuilder;
import org.citrusframework.message.MessageType;
import org.springframework.http.HttpStatus;

/** Steps that call the shop and look at what it answers. */
public class ShopSteps {

  private static final HttpClient SHOP =
      new HttpClientBuilder().requestUrl(System.getProperty("shop.url")).build();

  @CitrusResource private TestCaseRunner runner;

  @When("I send GET {string}")
  public void get(String path) {
    runner.when(http().client(SHOP).send().get(path));
  }

  @When("I send POST {string} with:")
  public void post(String path, String json) {
    runner.when(
        http().client(SHOP).send().post(path).message().contentType("application/json").body(json));
  }

  @Then("the shop answers {int}")
  public void answers(int status) {
    runner.then(http().client(SHOP).receive().response(HttpStatus.valueOf(status)));
  }

  @Then("the shop answers with:")
  public void answersWith(Map<String, String> expected) {
    runner.then(checked(http().client(SHOP).receive().response(), expected));
  }

  @Then("the shop answers {int} with:")
  public void answersWith(int status, Map<String, String> expected) {
    runner.then(
        checked(http().client(SHOP).receive().response(HttpStatus.valueOf(status)), expected));
  }

  private static HttpClientResponseActionBuilder checked(
      HttpClientResponseActionBuilder response, Map<String, String> expected) {
    JsonPathSupport values = jsonPath();
    expected.forEach(values::expression);
    response.message().type(MessageType.JSON).validate(values);
    return response;
  }
}
