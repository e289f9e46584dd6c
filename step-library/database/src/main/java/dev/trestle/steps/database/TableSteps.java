package dev.trestle.steps.database;

import dev.trestle.steps.core.Example;
import dev.trestle.steps.core.ScenarioScope;
import dev.trestle.steps.core.compare.Pair;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;

/** Steps about whole tables: their rows, their columns, and rows that are there for a scenario. */
public final class TableSteps {

  private final ScenarioScope scope = ScenarioScope.current();

  /** Inserts rows, which are deleted at the scenario's end. */
  @Example(
      """
      Given in the database "shop" I insert into "coupons":
        | code             | percent |
        | ${alias:SPRING}  | 10      |
        | ${alias:SUMMER}  | 20      |
      """)
  @Given("in the database {string} I insert into {string}:")
  public void insert(String database, String table, DataTable rows) {
    new Changes(new Database(database, scope), scope).insert(table, rows.asLists());
  }

  /** Deletes the rows that hold these values, and puts them back at the scenario's end. */
  @Example(
      """
      Given in the database "shop" I delete the rows of "coupons" with:
        | code | WELCOME |
      """)
  @Given("in the database {string} I delete the rows of {string} with:")
  public void delete(String database, String table, DataTable values) {
    new Changes(new Database(database, scope), scope)
        .delete(table, Pair.of(values.asLists(), "column and value"));
  }

  /** Checks how many rows a table has. */
  @Example("Then in the database \"shop\" the table \"coupons\" has 1 row")
  @Then("in the database {string} the table {string} has {int} row(s)")
  public void hasCount(String database, String table, int count) {
    new Database(database, scope).hasCount(table, count);
  }

  /** Checks that a table has each of these rows, and maybe others. */
  @Example(
      """
      Then in the database "shop" the table "coupons" has the rows:
        | code    | percent |
        | WELCOME | <any>   |
      """)
  @Then("in the database {string} the table {string} has the rows:")
  public void hasEach(String database, String table, DataTable rows) {
    new Database(database, scope).hasEach(table, rows.asLists());
  }

  /** Checks that a table has these rows and no others, in any order. */
  @Example(
      """
      Then in the database "shop" the table "coupons" has exactly the rows:
        | code    | percent |
        | WELCOME | 5       |
      """)
  @Then("in the database {string} the table {string} has exactly the rows:")
  public void hasExactly(String database, String table, DataTable rows) {
    new Database(database, scope).hasExactly(table, rows.asLists());
  }

  /** Checks columns of a table with their types, and whether they may be null. */
  @Example(
      """
      Then in the database "shop" the table "coupons" has the columns:
        | column  | type        | nullable |
        | code    | varchar(40) | no       |
        | percent | integer     | yes      |
      """)
  @Then("in the database {string} the table {string} has the columns:")
  public void hasColumns(String database, String table, DataTable columns) {
    new Columns(new Database(database, scope), scope).has(table, columns.asLists(), false);
  }

  /** Checks that a table has these columns in this order and no others. */
  @Example(
      """
      Then in the database "shop" the table "coupons" has exactly the columns:
        | column  | type    |
        | code    | varchar |
        | percent | integer |
      """)
  @Then("in the database {string} the table {string} has exactly the columns:")
  public void hasExactlyColumns(String database, String table, DataTable columns) {
    new Columns(new Database(database, scope), scope).has(table, columns.asLists(), true);
  }
}
