package dev.trestle.steps.json;

import dev.trestle.steps.core.Example;
import dev.trestle.steps.core.ScenarioScope;
import dev.trestle.steps.core.json.Leniency;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Then;

/** Steps that check whole JSON documents and lists. */
public final class DocumentSteps {

  private final ScenarioScope scope = ScenarioScope.current();

  /** Checks the whole; #{json-unit.any-string} and the like stand for unknown values. */
  @Example(
      """
      Then the JSON of the value "cart" is:
        \"""
        {
          "id": "#{json-unit.any-string}", "status": "OPEN", "total": 9, "paid": false,
          "items": [{"sku": "BEANS", "quantity": 2}, {"sku": "TEA", "quantity": 1}]
        }
        \"""
      """)
  @Then("the JSON of {json} is:")
  public void is(JsonSource json, String expected) {
    comparison(Leniency.NONE).check(json, expected);
  }

  /** Checks the whole; lists may have their items in any order. */
  @Example(
      """
      Then the JSON of the value "cart" is, in any order:
        \"""
        {
          "id": "c-1", "status": "OPEN", "total": 9, "paid": false,
          "items": [{"sku": "TEA", "quantity": 1}, {"sku": "BEANS", "quantity": 2}]
        }
        \"""
      """)
  @Then("the JSON of {json} is, in any order:")
  public void isInAnyOrder(JsonSource json, String expected) {
    comparison(Leniency.NONE.inAnyOrder()).check(json, expected);
  }

  /** Checks the whole but for the values at some paths, separated by commas. */
  @Example(
      """
      Then the JSON of the value "cart" is, ignoring "$.id, $.items[*].quantity":
        \"""
        {"status": "OPEN", "total": 9, "paid": false, "items": [{"sku": "BEANS"}, {"sku": "TEA"}]}
        \"""
      """)
  @Then("the JSON of {json} is, ignoring {string}:")
  public void isIgnoring(JsonSource json, String paths, String expected) {
    comparison(Leniency.NONE.ignoring(paths)).check(json, expected);
  }

  /** Checks the whole but for some paths; lists may have their items in any order. */
  @Example(
      """
      Then the JSON of the value "cart" is, in any order and ignoring "$.id":
        \"""
        {
          "status": "OPEN", "total": 9, "paid": false,
          "items": [{"sku": "TEA", "quantity": 1}, {"sku": "BEANS", "quantity": 2}]
        }
        \"""
      """)
  @Then("the JSON of {json} is, in any order and ignoring {string}:")
  public void isInAnyOrderIgnoring(JsonSource json, String paths, String expected) {
    comparison(Leniency.NONE.inAnyOrder().ignoring(paths)).check(json, expected);
  }

  /** Checks that all of this is there; there may be more members. */
  @Example(
      """
      Then the JSON of the value "cart" contains:
        \"""
        {"status": "OPEN", "items": [{"sku": "BEANS"}, {"sku": "TEA"}]}
        \"""
      """)
  @Then("the JSON of {json} contains:")
  public void contains(JsonSource json, String expected) {
    comparison(Leniency.NONE.withMore()).check(json, expected);
  }

  /** Checks that the whole is that of another place. */
  @Example("Then the JSON of the value \"cart\" is that of the file \"src/test/json/cart.json\"")
  @Then("the JSON of {json} is that of {json}")
  public void isThatOf(JsonSource json, JsonSource other) {
    comparison(Leniency.NONE).check(json, other);
  }

  /** Checks that the whole is that of another place, but for some paths and the order of items. */
  @Example(
      "Then the JSON of the value \"cart\" is that of the file \"src/test/json/cart.json\", in any"
          + " order and ignoring \"$.id\"")
  @Then("the JSON of {json} is that of {json}, in any order and ignoring {string}")
  public void isThatOfIgnoring(JsonSource json, JsonSource other, String paths) {
    comparison(Leniency.NONE.inAnyOrder().ignoring(paths)).check(json, other);
  }

  /** Checks the items of a list; the table's heading has paths within an item. */
  @Example(
      """
      Then the JSON of the value "cart" lists at "$.items":
        | sku   | quantity |
        | BEANS | 2        |
        | TEA   | 1        |
      """)
  @Then("the JSON of {json} lists at {string}:")
  public void lists(JsonSource json, String path, DataTable items) {
    new ListCheck(json.subject(scope), scope).lists(path, new ItemTable(items.asLists(), scope));
  }

  /** Checks the items of a list, which may come in any order. */
  @Example(
      """
      Then the JSON of the value "cart" lists at "$.items", in any order:
        | sku   | quantity |
        | TEA   | 1        |
        | BEANS | 2        |
      """)
  @Then("the JSON of {json} lists at {string}, in any order:")
  public void listsInAnyOrder(JsonSource json, String path, DataTable items) {
    new ListCheck(json.subject(scope), scope)
        .listsInAnyOrder(path, new ItemTable(items.asLists(), scope));
  }

  /** Checks the whole against a JSON Schema in a file of the project. */
  @Example(
      "Then the JSON of the value \"cart\" matches the schema \"src/test/json/cart.schema.json\"")
  @Then("the JSON of {json} matches the schema {string}")
  public void matchesSchema(JsonSource json, String file) {
    Schema.of(scope.resolve(file), scope).check(json.subject(scope));
  }

  /** Checks the whole against a JSON Schema. */
  @Example(
      """
      Then the JSON of the value "cart" matches the schema:
        \"""
        {"type": "object", "required": ["id"], "properties": {"total": {"type": "number"}}}
        \"""
      """)
  @Then("the JSON of {json} matches the schema:")
  public void matchesSchemaText(JsonSource json, String schema) {
    Schema.parse(scope.resolve(schema)).check(json.subject(scope));
  }

  private DocumentCheck comparison(Leniency leniency) {
    return new DocumentCheck(leniency, scope);
  }
}
