package dev.trestle.steps.http;

import dev.trestle.steps.core.Example;
import dev.trestle.steps.core.compare.Pair;
import dev.trestle.steps.core.exchange.Body;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Then;

/** Steps that check and keep the body of the last response. */
public final class ResponseSteps {

  private static final String PATH_AND_VALUE = "path and value";

  /** Checks the value at a JSONPath; 12 equals the number and the text 12. */
  @Example("Then the response at \"$.items[0].quantity\" is \"2\"")
  @Then("the response at {string} is {string}")
  public void is(String path, String value) {
    ResponseCheck.ofLast().json().is(path, value);
  }

  /** Checks that the value at a JSONPath is another one. */
  @Example("Then the response at \"$.status\" is not \"CLOSED\"")
  @Then("the response at {string} is not {string}")
  public void isNot(String path, String value) {
    ResponseCheck.ofLast().json().isNot(path, value);
  }

  /** Checks that the text at a JSONPath contains a part, or the list an item. */
  @Example("Then the response at \"$.status\" contains \"OP\"")
  @Then("the response at {string} contains {string}")
  public void contains(String path, String part) {
    ResponseCheck.ofLast().json().contains(path, part);
  }

  /** Checks that a JSONPath leads to nothing. */
  @Example("Then the response at \"$.items[7]\" is absent")
  @Then("the response at {string} is absent")
  public void isAbsent(String path) {
    ResponseCheck.ofLast().json().isAbsent(path);
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
    ResponseCheck.ofLast().json().has(Pair.of(rows.asLists(), PATH_AND_VALUE));
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

  /** Checks a part of the body. */
  @Example("Then the response body contains \"BEANS\"")
  @Then("the response body contains {string}")
  public void bodyContains(String part) {
    ResponseCheck.ofLast().bodyContains(part);
  }

  /** Checks that there is no body. */
  @Example("Then the response has no body")
  @Then("the response has no body")
  public void hasNoBody() {
    ResponseCheck.ofLast().hasNoBody();
  }

  /** Checks the text at an XPath of XML, which must lead somewhere. */
  @Example("Then the response XML at \"/cart/item[1]/@sku\" is \"BEANS\"")
  @Then("the response XML at {string} is {string}")
  public void xmlIs(String xpath, String value) {
    ResponseCheck.ofLast().xmlIs(xpath, value);
  }

  /** Saves the text at an XPath of XML, for use as ${name}. */
  @Example("Then I save the response XML at \"/cart/@id\" as \"cart\"")
  @Then("I save the response XML at {string} as {string}")
  public void saveXml(String xpath, String name) {
    ResponseCheck.ofLast().saveXml(xpath, name);
  }

  /** Saves the value at a JSONPath, for use as ${name}. */
  @Example("Then I save the response at \"$.id\" as \"cart\"")
  @Then("I save the response at {string} as {string}")
  public void save(String path, String name) {
    ResponseCheck.ofLast().json().save(path, name);
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
    check.json().has(Pair.of(rows.asLists(), PATH_AND_VALUE));
  }
}
