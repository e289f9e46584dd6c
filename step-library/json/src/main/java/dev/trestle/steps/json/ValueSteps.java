package dev.trestle.steps.json;

import dev.trestle.steps.core.Example;
import dev.trestle.steps.core.ScenarioScope;
import dev.trestle.steps.core.compare.Pair;
import dev.trestle.steps.core.json.JsonCheck;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;

/** Steps that check and save values in JSON. */
public final class ValueSteps {

  private final ScenarioScope scope = ScenarioScope.current();

  /** Saves JSON under a name, with names in it resolved. */
  @Example(
      """
      Given I save the JSON as "address":
        \"""
        {"city": "Berlin", "country": "DE"}
        \"""
      """)
  @Given("I save the JSON as {string}:")
  public void saveJson(String name, String json) {
    scope.set(scope.resolve(name), scope.resolve(json));
  }

  /** Saves the value at a JSONPath, for use as ${name}. */
  @Example("Then I save the JSON of the value \"cart\" at \"$.items[0].sku\" as \"sku\"")
  @Then("I save the JSON of {json} at {string} as {string}")
  public void save(JsonSource json, String path, String name) {
    check(json).save(path, name);
  }

  /** Saves the values at several JSONPaths, each under its name. */
  @Example(
      """
      Then I save from the JSON of the value "cart":
        | $.id           | id  |
        | $.items[0].sku | sku |
      """)
  @Then("I save from the JSON of {json}:")
  public void saveAll(JsonSource json, DataTable rows) {
    JsonCheck check = check(json);
    Pair.of(rows.asLists(), "path and name").forEach(row -> check.save(row.name(), row.value()));
  }

  /** Checks the value at a JSONPath; 12 equals the number and the text 12. */
  @Example("Then the JSON of the value \"cart\" at \"$.items[0].quantity\" is \"2\"")
  @Then("the JSON of {json} at {string} is {string}")
  public void is(JsonSource json, String path, String value) {
    check(json).is(path, value);
  }

  /** Checks that the value at a JSONPath is another one. */
  @Example("Then the JSON of the value \"cart\" at \"$.status\" is not \"CLOSED\"")
  @Then("the JSON of {json} at {string} is not {string}")
  public void isNot(JsonSource json, String path, String value) {
    check(json).isNot(path, value);
  }

  /** Checks that the text at a JSONPath contains a part, or the list an item. */
  @Example("Then the JSON of the value \"cart\" at \"$.status\" contains \"OP\"")
  @Then("the JSON of {json} at {string} contains {string}")
  public void contains(JsonSource json, String path, String part) {
    check(json).contains(path, part);
  }

  /** Checks that a JSONPath leads to nothing. */
  @Example("Then the JSON of the value \"cart\" at \"$.items[7]\" is absent")
  @Then("the JSON of {json} at {string} is absent")
  public void isAbsent(JsonSource json, String path) {
    check(json).isAbsent(path);
  }

  /** Checks several values at once. */
  @Example(
      """
      Then the JSON of the value "cart" has:
        | $.status         | OPEN |
        | $.items.length() | 2    |
      """)
  @Then("the JSON of {json} has:")
  public void has(JsonSource json, DataTable rows) {
    check(json).has(Pair.of(rows.asLists(), "path and value"));
  }

  /** Checks several values in words: "is at least", "starts with", "has size", "is a" and more. */
  @Example(
      """
      Then the JSON of the value "cart" meets:
        | $.total    | is at least | 7.50   |
        | $.status   | matches     | [A-Z]+ |
        | $.items    | has size    | 2      |
        | $.paid     | is a        | truth  |
        | $.discount | is absent   |        |
      """)
  @Then("the JSON of {json} meets:")
  public void meets(JsonSource json, DataTable rows) {
    new ExpectationTable(rows.asLists(), scope).check(json.subject(scope));
  }

  private JsonCheck check(JsonSource json) {
    return new JsonCheck(json.subject(scope), scope);
  }
}
