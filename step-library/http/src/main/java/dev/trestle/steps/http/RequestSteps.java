package dev.trestle.steps.http;

import dev.trestle.steps.core.Credentials;
import dev.trestle.steps.core.Example;
import dev.trestle.steps.core.ScenarioScope;
import dev.trestle.steps.core.compare.Pair;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.When;

/** Steps that prepare and send requests. */
public final class RequestSteps {

  private final ScenarioScope scope = ScenarioScope.current();
  private final HttpSession session = HttpSession.current();
  private final BodySource bodies = new BodySource(scope);

  /** Adds a header to the next request. */
  @Example("Given the request header \"Accept-Language\" is \"de\"")
  @Given("the request header {string} is {string}")
  public void header(String name, String value) {
    session.header(name, value);
  }

  /** Adds a query parameter to the next request. */
  @Example("Given the query parameter \"country\" is \"DE\"")
  @Given("the query parameter {string} is {string}")
  public void queryParameter(String name, String value) {
    session.queryParameter(name, value);
  }

  /** Sends a bearer token with each request from now on. */
  @Example("Given I use the bearer token \"${uuid}\"")
  @Given("I use the bearer token {string}")
  public void bearerToken(String token) {
    Credentials.of(scope).bearer(scope.resolve(token));
  }

  /** Sends no token from now on. */
  @Example("Given I use no token")
  @Given("I use no token")
  public void noToken() {
    Credentials.of(scope).none();
  }

  /** Sends a request without a body to a service. */
  @Example("When I send GET \"/carts/1\" to \"cart\"")
  @When("I send {word} {string} to {string}")
  public void send(String method, String path, String service) {
    session.send(method, path, service, Body.NONE);
  }

  /** Sends a request with a body, JSON or text. */
  @Example(
      """
      When I send POST "/carts" to "cart" with body:
        \"""
        {"country": "DE"}
        \"""
      """)
  @When("I send {word} {string} to {string} with body:")
  public void sendBody(String method, String path, String service, String body) {
    session.send(method, path, service, Body.text(scope.resolve(body)));
  }

  /** Sends a JSON object; numbers, true, false and null stay JSON unless quoted. */
  @Example(
      """
      When I send PUT "/carts/1/items/BEANS" to "cart" with the fields:
        | quantity | 2 |
      """)
  @When("I send {word} {string} to {string} with the fields:")
  public void sendFields(String method, String path, String service, DataTable fields) {
    session.send(method, path, service, bodies.fields(Pair.of(fields.asLists(), "name and value")));
  }

  /** Sends a form as browsers do. */
  @Example(
      """
      When I send POST "/login" to "cart" with the form:
        | user | Ada |
      """)
  @When("I send {word} {string} to {string} with the form:")
  public void sendForm(String method, String path, String service, DataTable form) {
    session.send(method, path, service, bodies.form(Pair.of(form.asLists(), "name and value")));
  }

  /** Sends a file of the project. */
  @Example("When I send POST \"/carts\" to \"cart\" with the file \"pom.xml\"")
  @When("I send {word} {string} to {string} with the file {string}")
  public void sendFile(String method, String path, String service, String file) {
    session.send(method, path, service, bodies.file(scope.resolve(file)));
  }
}
