package dev.trestle.steps.http;

import dev.trestle.steps.core.Credentials;
import dev.trestle.steps.core.Example;
import dev.trestle.steps.core.ScenarioScope;
import dev.trestle.steps.core.compare.Pair;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Given;
import java.time.Duration;

/** Steps that say what the next request carries, and how it is sent. */
public final class PrepareSteps {

  private static final String NAME_AND_VALUE = "name and value";

  private final ScenarioScope scope = ScenarioScope.current();
  private final HttpSession session = HttpSession.current();

  /** Adds a header to the next request. */
  @Example("Given the request header \"Accept-Language\" is \"de\"")
  @Given("the request header {string} is {string}")
  public void header(String name, String value) {
    session.next().headers().add(session.resolved(name, value));
  }

  /** Adds headers to the next request. */
  @Example(
      """
      Given the request headers are:
        | Accept   | application/json |
        | X-Tenant | north            |
      """)
  @Given("the request headers are:")
  public void headers(DataTable headers) {
    Pair.of(headers.asLists(), NAME_AND_VALUE).forEach(row -> header(row.name(), row.value()));
  }

  /** Adds a query parameter to the next request. */
  @Example("Given the query parameter \"country\" is \"DE\"")
  @Given("the query parameter {string} is {string}")
  public void queryParameter(String name, String value) {
    session.next().query().add(session.resolved(name, value));
  }

  /** Adds query parameters to the next request; a name may come more than once. */
  @Example(
      """
      Given the query parameters are:
        | tag | red  |
        | tag | blue |
      """)
  @Given("the query parameters are:")
  public void queryParameters(DataTable parameters) {
    Pair.of(parameters.asLists(), NAME_AND_VALUE)
        .forEach(row -> queryParameter(row.name(), row.value()));
  }

  /** Replaces {name} in the path of the next request, encoded as one part of it. */
  @Example("Given the path parameter \"id\" is \"a/b\"")
  @Given("the path parameter {string} is {string}")
  public void pathParameter(String name, String value) {
    session.next().path().add(session.resolved(name, value));
  }

  /** Adds a cookie to the next request. */
  @Example("Given the cookie \"theme\" is \"dark\"")
  @Given("the cookie {string} is {string}")
  public void cookie(String name, String value) {
    session.next().cookies().add(session.resolved(name, value));
  }

  /** Keeps the cookies that services set from now on, and sends each back to its service. */
  @Example("Given I keep cookies")
  @Given("I keep cookies")
  public void keepCookies() {
    session.cookies().keep();
  }

  /** Forgets the cookies that were kept. */
  @Example("Given I forget all cookies")
  @Given("I forget all cookies")
  public void forgetCookies() {
    session.cookies().clear();
  }

  /** Follows redirects from now on; without it a redirect is the response. */
  @Example("Given I follow redirects")
  @Given("I follow redirects")
  public void followRedirects() {
    session.followRedirects();
  }

  /** Bounds the time that the next request may take; it is 30 s otherwise. */
  @Example("Given the next request may take 2 s")
  @Given("the next request may take {duration}")
  public void mayTake(Duration bound) {
    session.next().bound(bound);
  }

  /** Sends the next request many times at the same moment. */
  @Example("Given the next request is sent 20 times at once")
  @Given("the next request is sent {int} times at once")
  public void timesAtOnce(int times) {
    session.next().times(times);
  }

  /** Gives the next GraphQL document its variables. */
  @Example(
      """
      Given the GraphQL variables are:
        | id    | c-1 |
        | first | 10  |
      """)
  @Given("the GraphQL variables are:")
  public void graphQlVariables(DataTable variables) {
    session
        .next()
        .graphQlVariables(
            new BodySource(scope).object(Pair.of(variables.asLists(), NAME_AND_VALUE)));
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
}
