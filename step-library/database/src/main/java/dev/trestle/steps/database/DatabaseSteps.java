package dev.trestle.steps.database;

import dev.trestle.steps.core.Example;
import dev.trestle.steps.core.ScenarioScope;
import dev.trestle.steps.core.compare.Pair;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;

/** Steps that query and change databases. */
public final class DatabaseSteps {

  private static final String COLUMN_AND_VALUE = "column and value";

  private final ScenarioScope scope = ScenarioScope.current();

  /** Runs a statement in a database of the environment. */
  @Example("When in the database \"shop\" I run \"UPDATE orders SET status = 'PAID' WHERE id = 1\"")
  @When("in the database {string} I run {string}")
  public void run(String database, String sql) {
    new Database(database, scope).run(sql);
  }

  /** Checks the rows that a query gives; in any order unless the query says ORDER BY. */
  @Example(
      """
      Then in the database "shop" the query "SELECT id, status FROM orders ORDER BY id" gives:
        | id | status |
        | 1  | OPEN   |
        | 2  | <any>  |
      """)
  @Then("in the database {string} the query {string} gives:")
  public void gives(String database, String sql, DataTable rows) {
    new Database(database, scope).gives(sql, rows.asLists());
  }

  /**
   * Checks how many rows of a table hold these values; later ones until the scenario acts again or
   * ends are a failure, too.
   */
  @Example(
      """
      Then in the database "shop" the table "orders" has 1 row with:
        | status | OPEN |
      """)
  @Then("in the database {string} the table {string} has {int} row(s) with:")
  public void hasRows(String database, String table, int count, DataTable values) {
    new Database(database, scope)
        .hasRows(table, RowCount.exactly(count), Pair.of(values.asLists(), COLUMN_AND_VALUE));
  }

  /** Checks that at least one row of a table holds these values. */
  @Example(
      """
      Then in the database "shop" the table "orders" has a row with:
        | id     | 1     |
        | status | <any> |
      """)
  @Then("in the database {string} the table {string} has a row with:")
  public void hasRow(String database, String table, DataTable values) {
    new Database(database, scope)
        .hasRows(table, RowCount.SOME, Pair.of(values.asLists(), COLUMN_AND_VALUE));
  }

  /**
   * Checks that no row of a table holds these values, now and until the scenario acts again or
   * ends.
   */
  @Example(
      """
      Then in the database "shop" the table "orders" has no row with:
        | status | LOST |
      """)
  @Then("in the database {string} the table {string} has no row with:")
  public void hasNoRow(String database, String table, DataTable values) {
    new Database(database, scope)
        .hasRows(table, RowCount.NONE, Pair.of(values.asLists(), COLUMN_AND_VALUE));
  }
}
