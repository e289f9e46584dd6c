package dev.trestle.steps.openapi;

import dev.trestle.steps.core.Example;
import dev.trestle.steps.core.ScenarioScope;
import dev.trestle.steps.core.compare.Pair;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.util.List;

/** Steps that call operations of OpenAPI documents and hold responses against them. */
public final class OpenApiSteps {

  private final ScenarioScope scope = ScenarioScope.current();

  /** Calls an operation by its operationId, or method and path, with generated valid data. */
  @Example("When I call \"openCart\" of \"cart\"")
  @When("I call {string} of {string}")
  public void call(String operation, String service) {
    call(operation, service, List.of());
  }

  /** Calls an operation with generated valid data and these values, of parameters or the body. */
  @Example(
      """
      When I call "addItem" of "cart" with:
        | id         | c-1 |
        | $.quantity | 2   |
      """)
  @When("I call {string} of {string} with:")
  public void callWith(String operation, String service, DataTable values) {
    call(operation, service, pairs(values));
  }

  /** Checks the last response against the OpenAPI document of the service that it came from. */
  @Example("Then the response fits the OpenAPI document")
  @Then("the response fits the OpenAPI document")
  public void fits() {
    ResponseFit.ofLast(scope).check();
  }

  /** Sends an invalid request for each constraint of a kind, and expects a documented 4xx. */
  @Example("Then \"openCart\" of \"cart\" refuses each required field missing")
  @Then("{string} of {string} refuses each {violation}")
  public void refuses(String operation, String service, Violation violation) {
    refusal(operation, service, List.of()).refusesEach(violation);
  }

  /** The same with values that are valid where the generated ones are not. */
  @Example(
      """
      Then "addItem" of "cart" refuses each violated constraint with:
        | id | c-1 |
      """)
  @Then("{string} of {string} refuses each {violation} with:")
  public void refusesWith(String operation, String service, Violation violation, DataTable values) {
    refusal(operation, service, pairs(values)).refusesEach(violation);
  }

  /** Sends an invalid request for each constraint of a kind, and expects a documented status. */
  @Example("Then \"openCart\" of \"cart\" answers 400 for each wrong type")
  @Then("{string} of {string} answers {int} for each {violation}")
  public void answers(String operation, String service, int status, Violation violation) {
    refusal(operation, service, List.of()).answersForEach(status, violation);
  }

  /** The same with values that are valid where the generated ones are not. */
  @Example(
      """
      Then "addItem" of "cart" answers 400 for each value out of bounds with:
        | id | c-1 |
      """)
  @Then("{string} of {string} answers {int} for each {violation} with:")
  public void answersWith(
      String operation, String service, int status, Violation violation, DataTable values) {
    refusal(operation, service, pairs(values)).answersForEach(status, violation);
  }

  private static List<Pair> pairs(DataTable values) {
    return Pair.of(values.asLists(), "name and value");
  }

  private void call(String operation, String service, List<Pair> values) {
    OperationCall.of(operation, service, values, scope).send();
  }

  private Refusals refusal(String operation, String service, List<Pair> values) {
    return new Refusals(OperationCall.of(operation, service, values, scope), scope);
  }
}
