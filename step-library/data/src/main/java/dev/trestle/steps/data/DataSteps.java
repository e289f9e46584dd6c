package dev.trestle.steps.data;

import dev.trestle.steps.core.Example;
import dev.trestle.steps.core.ScenarioScope;
import dev.trestle.steps.core.compare.Pair;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;

/** Steps that save values and compare them. */
public final class DataSteps {

  private final SavedValues values = new SavedValues(ScenarioScope.current());

  /** Saves a value under a name, for later steps to write as <code>${name}</code>. */
  @Example("Given I save \"${random:name}\" as \"customer\"")
  @Given("I save {string} as {string}")
  public void save(String value, String name) {
    values.save(name, value);
  }

  /** Saves several values; a row may use what rows above it saved. */
  @Example(
      """
      Given I save these values:
        | customer | ${random:name}         |
        | delivery | ${date:in 3 work days} |
        | greeting | Dear ${customer}       |
      """)
  @Given("I save these values:")
  public void saveAll(DataTable rows) {
    Pair.of(rows.asLists(), "name and value").forEach(row -> values.save(row.name(), row.value()));
  }

  /** Checks a value: a text by its characters, a number by its value, as 1 is 1.0. */
  @Example("Then the value \"${date:2026-11-27 + 1 work day}\" is \"2026-11-30\"")
  @Then("the value {string} is {string}")
  public void is(String actual, String expected) {
    values.requireSame(actual, expected);
  }

  /** Checks that a value is another one. */
  @Example("Then the value \"${uuid}\" is not \"${uuid}\"")
  @Then("the value {string} is not {string}")
  public void isNot(String actual, String refused) {
    values.requireOther(actual, refused);
  }

  /**
   * Checks that a number, date, time, date with a time, moment with an offset or amount such as
   * 9.50 EUR is not outside two others of its kind.
   */
  @Example("Then the value \"${random:number from 1 to 6}\" is between \"1\" and \"6\"")
  @Then("the value {string} is between {string} and {string}")
  public void isBetween(String actual, String least, String most) {
    values.requireBetween(actual, least, most);
  }
}
