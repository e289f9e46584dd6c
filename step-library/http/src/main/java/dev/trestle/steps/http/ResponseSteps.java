package dev.trestle.steps.http;

import dev.trestle.steps.core.Example;
import dev.trestle.steps.core.compare.Pair;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Then;

/** Steps that check and keep the last response. */
public final class ResponseSteps {

  private static final String PATH_AND_VALUE = "path and value";

  /** Checks the status of the last response. */
  @Example("Then the response status is 200")
  @Then("the response status is {int}")
  public void status(int status) {
    ResponseCheck.ofLast().status(status);
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

  /** Checks the value at a JSONPath; 12 equals the number and the text 12. */
  @Example("Then the response at \"$.items[0].quantity\" is \"2\"")
  @Then("the response at {string} is {string}")
  public void is(String path, String value) {
    ResponseCheck.ofLast().is(path, value);
  }

  /** Checks that the value at a JSONPath is another one. */
  @Example("Then the response at \"$.status\" is not \"CLOSED\"")
  @Then("the response at {string} is not {string}")
  public void isNot(String path, String value) {
    ResponseCheck.ofLast().isNot(path, value);
  }

  /** Checks that the text at a JSONPath contains a part, or the list an item. */
  @Example("Then the response at \"$.status\" contains \"OP\"")
  @Then("the response at {string} contains {string}")
  public void contains(String path, String part) {
    ResponseCheck.ofLast().contains(path, part);
  }

  /** Checks that a JSONPath leads to nothing. */
  @Example("Then the response at \"$.items[7]\" is absent")
  @Then("the response at {string} is absent")
  public void isAbsent(String path) {
    ResponseCheck.ofLast().isAbsent(path);
  }

  /** Checks several values at once. */
  @Example(
      """
      Then the response has:
        | $.status          | OPEN |
        | $.items.length()  | 1    |
      """)
  @Then("the response has:")
  public void has(DataTable rows) {
    ResponseCheck.ofLast().has(Pair.of(rows.asLists(), PATH_AND_VALUE));
  }

  /** Checks the whole body; #{json-unit.any-string} and the like stand for unknown values. */
  @Example(
      """
      Then the response body is:
        \"""
        {
          "id": "#{json-unit.any-string}", "status": "OPEN",
          "total": 7.50, "paid": false, "coupon": null,
          "items": [{"sku": "BEANS", "quantity": 2}]
        }
        \"""
      """)
  @Then("the response body is:")
  public void bodyIs(String body) {
    ResponseCheck.ofLast().bodyIs(body);
  }

  /** Saves the value at a JSONPath, for use as ${name}. */
  @Example("Then I save the response at \"$.id\" as \"cart\"")
  @Then("I save the response at {string} as {string}")
  public void save(String path, String name) {
    ResponseCheck.ofLast().save(path, name);
  }

  /** Saves a header of the last response, for use as ${name}. */
  @Example("Then I save the response header \"ETag\" as \"version\"")
  @Then("I save the response header {string} as {string}")
  public void saveHeader(String header, String name) {
    ResponseCheck.ofLast().saveHeader(header, name);
  }

  /** Sends a GET anew and checks its values; made for "within 10 s, …". */
  @Example(
      """
      Then GET "/carts/1" of "cart" has:
        | $.status | OPEN |
      """)
  @Then("GET {string} of {string} has:")
  public void getHas(String path, String service, DataTable rows) {
    HttpSession.current().send("GET", path, service, Body.NONE);
    ResponseCheck check = ResponseCheck.ofLast();
    check.succeeded();
    check.has(Pair.of(rows.asLists(), PATH_AND_VALUE));
  }
}
