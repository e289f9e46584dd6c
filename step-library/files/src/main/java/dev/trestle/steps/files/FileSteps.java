package dev.trestle.steps.files;

import dev.trestle.steps.core.Example;
import dev.trestle.steps.core.ScenarioScope;
import dev.trestle.steps.core.compare.Pair;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Then;

/**
 * Steps about CSV and JSON files of the project, such as those that a service writes into a volume;
 * {@code within 5 s, } before them waits.
 */
public final class FileSteps {

  private final ScenarioScope scope = ScenarioScope.current();

  /** Checks that a file has each of these rows, and maybe others. */
  @Example(
      """
      Then the file "src/test/data/orders.csv" has the rows:
        | order | total |
        | o-2   | 12.00 |
      """)
  @Then("the file {string} has the rows:")
  public void hasRows(String file, DataTable rows) {
    new TableFile(file, scope).requireRows(rows.asLists(), false);
  }

  /** Checks that a file has these rows and no others, in this order. */
  @Example(
      """
      Then the file "src/test/data/orders.json" has exactly the rows:
        | order | $.customer.name |
        | o-1   | Ada             |
        | o-2   | <any>           |
      """)
  @Then("the file {string} has exactly the rows:")
  public void hasExactlyRows(String file, DataTable rows) {
    new TableFile(file, scope).requireRows(rows.asLists(), true);
  }

  /** Checks how many rows a file has below its header. */
  @Example("Then the file \"src/test/data/orders.csv\" has 2 rows")
  @Then("the file {string} has {int} row(s)")
  public void hasCount(String file, int count) {
    new TableFile(file, scope).requireCount(count);
  }

  /** Checks values of a JSON file by their paths. */
  @Example(
      """
      Then the JSON file "src/test/data/orders.json" has:
        | $.length()         | 2   |
        | $[0].customer.name | Ada |
      """)
  @Then("the JSON file {string} has:")
  public void hasValues(String file, DataTable rows) {
    new TableFile(file, scope).requireValues(Pair.of(rows.asLists(), "path and value"));
  }

  /** Checks that a file has a text in it. */
  @Example("Then the file \"src/test/data/orders.csv\" contains \"Ada\"")
  @Then("the file {string} contains {string}")
  public void contains(String file, String text) {
    new TableFile(file, scope).requireText(text);
  }

  /** Checks that there is no such file, now and until the scenario acts again or ends. */
  @Example("Then there is no file \"src/test/data/errors.csv\"")
  @Then("there is no file {string}")
  public void isAbsent(String file) {
    new TableFile(file, scope).requireAbsent();
  }
}
