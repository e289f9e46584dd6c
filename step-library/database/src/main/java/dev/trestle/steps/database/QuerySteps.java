package dev.trestle.steps.database;

import dev.trestle.steps.core.Example;
import dev.trestle.steps.core.ScenarioScope;
import dev.trestle.steps.core.compare.Pair;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;

/** Steps about single values, such as sums, and about SQL in files. */
public final class QuerySteps {

  private final ScenarioScope scope = ScenarioScope.current();

  /** Runs the statements of a file of the project, all of them or none. */
  @Example("When in the database \"shop\" I run the file \"src/test/sql/coupons.sql\"")
  @When("in the database {string} I run the file {string}")
  public void runFile(String database, String file) {
    new Script(file, scope).run(new Database(database, scope));
  }

  /** Checks the only value that a query gives. */
  @Example("Then in the database \"shop\" the query \"SELECT count(*) FROM coupons\" gives \"1\"")
  @Then("in the database {string} the query {string} gives {string}")
  public void gives(String database, String sql, String expected) {
    new Database(database, scope).givesValue(sql, expected);
  }

  /** Saves the only value that a query gives. */
  @Example(
      "When in the database \"shop\" I save what \"SELECT max(id) FROM orders\" gives as \"last\"")
  @When("in the database {string} I save what {string} gives as {string}")
  public void save(String database, String sql, String name) {
    scope.set(name, new Database(database, scope).savedValue(sql));
  }

  /** Checks that queries give the same value, such as sums that must agree across databases. */
  @Example(
      """
      Then these queries give the same:
        | shop | SELECT sum(total) FROM orders  |
        | shop | SELECT sum(total) FROM entries |
      """)
  @Then("these queries give the same:")
  public void same(DataTable queries) {
    new Agreement(Pair.of(queries.asLists(), "database and query"), scope).require();
  }
}
