package dev.trestle.steps.http;

import dev.trestle.steps.core.Example;
import dev.trestle.steps.core.compare.Pair;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Then;
import java.time.Duration;

/** Steps that check all responses to a request that was sent many times at once. */
public final class ManySteps {

  private final HttpSession session = HttpSession.current();

  /** Checks that all responses have a status. */
  @Example("Then all responses have the status 200")
  @Then("all responses have the status {int}")
  public void allHaveStatus(int status) {
    session.many().allHaveStatus(status);
  }

  /** Checks how many responses have a status. */
  @Example("Then 3 responses have the status 200")
  @Then("{int} response(s) has/have the status {int}")
  public void haveStatus(int count, int status) {
    session.many().haveStatus(count, status);
  }

  /** Checks how many responses have each status, and that no other was answered. */
  @Example(
      """
      Then the responses have the statuses:
        | 200 | 3 |
      """)
  @Then("the responses have the statuses:")
  public void haveStatuses(DataTable rows) {
    session.many().haveStatuses(Pair.of(rows.asLists(), "status and count"));
  }

  /** Checks several values of each response. */
  @Example(
      """
      Then all responses have:
        | $.status | OPEN |
      """)
  @Then("all responses have:")
  public void allHave(DataTable rows) {
    session.many().allHave(Pair.of(rows.asLists(), "path and value"));
  }

  /** Checks that a JSONPath leads to the same value in each response. */
  @Example("Then the responses at \"$.id\" are all the same")
  @Then("the responses at {string} are all the same")
  public void areSame(String path) {
    session.many().areSame(path);
  }

  /** Checks that a JSONPath leads to another value in each response. */
  @Example("Then the responses at \"$.number\" are all different")
  @Then("the responses at {string} are all different")
  public void areDifferent(String path) {
    session.many().areDifferent(path);
  }

  /** Checks how long the slowest response took. */
  @Example("Then all responses came within 10 s")
  @Then("all responses came within {duration}")
  public void allCameWithin(Duration bound) {
    session.many().allCameWithin(bound);
  }
}
