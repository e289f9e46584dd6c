package dev.trestle.steps.http;

import dev.trestle.steps.core.Example;
import dev.trestle.steps.core.ScenarioScope;
import dev.trestle.steps.core.compare.Pair;
import dev.trestle.steps.core.exchange.Body;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.time.Duration;

/** Steps that send requests. */
public final class RequestSteps {

  private static final String NAME_AND_VALUE = "name and value";

  private final ScenarioScope scope = ScenarioScope.current();
  private final HttpSession session = HttpSession.current();
  private final BodySource bodies = new BodySource(scope);

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

  /** Sends JSON, with names in it filled in. */
  @Example(
      """
      When I send POST "/carts" to "cart" with the JSON:
        \"""
        {"country": "DE"}
        \"""
      """)
  @When("I send {word} {string} to {string} with the JSON:")
  public void sendJson(String method, String path, String service, String json) {
    session.send(method, path, service, bodies.json(json));
  }

  /** Sends XML, with names in it filled in. */
  @Example(
      """
      When I send POST "/carts" to "cart" with the XML:
        \"""
        <cart country="DE"/>
        \"""
      """)
  @When("I send {word} {string} to {string} with the XML:")
  public void sendXml(String method, String path, String service, String xml) {
    session.send(method, path, service, bodies.written(xml, "application/xml"));
  }

  /** Sends plain text, whatever it looks like. */
  @Example(
      """
      When I send PUT "/carts/1/note" to "cart" with the text:
        \"""
        {please ring
        \"""
      """)
  @When("I send {word} {string} to {string} with the text:")
  public void sendText(String method, String path, String service, String text) {
    session.send(method, path, service, bodies.written(text, "text/plain; charset=utf-8"));
  }

  /** Sends a GraphQL document and its variables. */
  @Example(
      """
      When I send POST "/graphql" to "cart" with the GraphQL:
        \"""
        query($id: ID!) { cart(id: $id) { status } }
        \"""
      """)
  @When("I send {word} {string} to {string} with the GraphQL:")
  public void sendGraphQl(String method, String path, String service, String document) {
    String variables = session.next().graphQlVariables();
    session.send(method, path, service, bodies.graphQl(document, variables));
  }

  /** Sends a JSON object; numbers, true, false and null stay JSON unless quoted. */
  @Example(
      """
      When I send PUT "/carts/1/items/BEANS" to "cart" with the fields:
        | quantity | 2 |
      """)
  @When("I send {word} {string} to {string} with the fields:")
  public void sendFields(String method, String path, String service, DataTable fields) {
    session.send(method, path, service, bodies.fields(Pair.of(fields.asLists(), NAME_AND_VALUE)));
  }

  /** Sends a form as browsers do. */
  @Example(
      """
      When I send POST "/login" to "cart" with the form:
        | user | Ada |
      """)
  @When("I send {word} {string} to {string} with the form:")
  public void sendForm(String method, String path, String service, DataTable form) {
    session.send(method, path, service, bodies.form(Pair.of(form.asLists(), NAME_AND_VALUE)));
  }

  /** Sends a form with files, as browsers do: multipart/form-data. */
  @Example(
      """
      When I send POST "/carts/1/photos" to "cart" with the parts:
        | name  | value | file    | type            |
        | title | Beans |         |                 |
        | photo |       | pom.xml | application/xml |
      """)
  @When("I send {word} {string} to {string} with the parts:")
  public void sendParts(String method, String path, String service, DataTable parts) {
    session.send(method, path, service, new Parts(scope).of(parts.asMaps()));
  }

  /** Sends a file of the project. */
  @Example("When I send POST \"/carts\" to \"cart\" with the file \"pom.xml\"")
  @When("I send {word} {string} to {string} with the file {string}")
  public void sendFile(String method, String path, String service, String file) {
    session.send(method, path, service, bodies.file(scope.resolve(file)));
  }

  /** Sends a file of the project as a media type. */
  @Example("When I send POST \"/carts\" to \"cart\" with the file \"pom.xml\" as \"text/plain\"")
  @When("I send {word} {string} to {string} with the file {string} as {string}")
  public void sendFileAs(String method, String path, String service, String file, String type) {
    session.send(method, path, service, bodies.file(scope.resolve(file), scope.resolve(type)));
  }

  /** Goes where the last response redirects to, once. */
  @Example("When I follow the redirect")
  @When("I follow the redirect")
  public void followRedirect() {
    new Redirects(session, new Client(Client.PATIENCE)).follow(session.last().exchange());
  }

  /** Sends a request that must not be answered within a time. */
  @Example("Then GET \"/slow\" of \"cart\" is not answered within 50 ms")
  @Then("{word} {string} of {string} is not answered within {duration}")
  public void isNotAnswered(String method, String path, String service, Duration bound) {
    session.expectNoAnswer(method, path, service, bound);
  }
}
