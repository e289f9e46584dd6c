package dev.trestle.steps.http;

import dev.trestle.steps.core.Example;
import dev.trestle.steps.core.compare.Pair;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Then;
import java.time.Duration;

/** Steps that check the status, headers, cookies and time of the last response. */
public final class HeaderSteps {

  /** Checks the status of the last response. */
  @Example("Then the response status is 200")
  @Then("the response status is {int}")
  public void status(int status) {
    ResponseCheck.ofLast().status(status);
  }

  /** Checks that the status is one of 2xx. */
  @Example("Then the response is a success")
  @Then("the response is a success")
  public void success() {
    ResponseCheck.ofLast().succeeded();
  }

  /** Checks that the status is one of 3xx. */
  @Example("Then the response is a redirect")
  @Then("the response is a redirect")
  public void redirect() {
    ResponseCheck.ofLast().statusClass(3, "one of 3xx");
  }

  /** Checks that the status is one of 4xx. */
  @Example("Then the response is a client error")
  @Then("the response is a client error")
  public void clientError() {
    ResponseCheck.ofLast().statusClass(4, "one of 4xx");
  }

  /** Checks that the status is one of 5xx. */
  @Example("Then the response is a server error")
  @Then("the response is a server error")
  public void serverError() {
    ResponseCheck.ofLast().statusClass(5, "one of 5xx");
  }

  /** Checks that the response is a problem document, RFC 9457, whose type ends with a name. */
  @Example("Then the response is a problem \"out-of-stock\"")
  @Then("the response is a problem {string}")
  public void problem(String slug) {
    ResponseCheck.ofLast().problem(slug);
  }

  /** Checks a header of the last response. */
  @Example("Then the response header \"Content-Type\" is \"application/json\"")
  @Then("the response header {string} is {string}")
  public void header(String name, String value) {
    ResponseCheck.ofLast().header(name, value);
  }

  /** Checks several headers of the last response. */
  @Example(
      """
      Then the response headers are:
        | Content-Type | application/json |
        | ETag         | <any>            |
      """)
  @Then("the response headers are:")
  public void headers(DataTable rows) {
    ResponseCheck.ofLast().headers(Pair.of(rows.asLists(), "name and value"));
  }

  /** Checks a part of a header of the last response. */
  @Example("Then the response header \"Content-Type\" contains \"json\"")
  @Then("the response header {string} contains {string}")
  public void headerContains(String name, String part) {
    ResponseCheck.ofLast().headerContains(name, part);
  }

  /** Checks that the last response has a header, whatever its value. */
  @Example("Then the response has the header \"ETag\"")
  @Then("the response has the header {string}")
  public void hasHeader(String name) {
    ResponseCheck.ofLast().hasHeader(name);
  }

  /** Checks that the last response does not have a header. */
  @Example("Then the response has no header \"X-Powered-By\"")
  @Then("the response has no header {string}")
  public void hasNoHeader(String name) {
    ResponseCheck.ofLast().hasNoHeader(name);
  }

  /** Saves a header of the last response, for use as ${name}. */
  @Example("Then I save the response header \"ETag\" as \"version\"")
  @Then("I save the response header {string} as {string}")
  public void saveHeader(String header, String name) {
    ResponseCheck.ofLast().saveHeader(header, name);
  }

  /** Checks the value that the last response gives a cookie. */
  @Example("Then the response cookie \"theme\" is \"dark\"")
  @Then("the response cookie {string} is {string}")
  public void cookie(String name, String value) {
    ResponseCheck.ofLast().cookie(name, value);
  }

  /** Saves the value that the last response gives a cookie, for use as ${name}. */
  @Example("Then I save the response cookie \"theme\" as \"look\"")
  @Then("I save the response cookie {string} as {string}")
  public void saveCookie(String cookie, String name) {
    ResponseCheck.ofLast().saveCookie(cookie, name);
  }

  /** Checks how long the last response took. */
  @Example("Then the response came within 10 s")
  @Then("the response came within {duration}")
  public void cameWithin(Duration bound) {
    ResponseCheck.ofLast().cameWithin(bound);
  }
}
