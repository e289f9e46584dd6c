package dev.trestle.steps.openapi;

import dev.trestle.steps.core.ScenarioScope;
import dev.trestle.steps.core.StepFailure;
import dev.trestle.steps.core.exchange.Exchange;
import dev.trestle.steps.core.exchange.LastResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Whether a service refuses invalid calls.
 *
 * @param call a valid call
 * @param scope the scenario's scope
 */
record Refusals(OperationCall call, ScenarioScope scope) {

  private static final int MOST_CALLS = 300;

  void refusesEach(Violation kind) {
    check(kind, "refused", status -> status >= 400 && status < 500);
  }

  void answersForEach(int expected, Violation kind) {
    check(kind, "answered with " + expected, status -> status == expected);
  }

  private void check(Violation kind, String wanted, IntPredicate accepted) {
    List<InvalidCall> calls =
        InvalidCalls.of(call, scope).stream()
            .filter(invalid -> kind.includes(invalid.kind()))
            .limit(MOST_CALLS)
            .toList();
    if (calls.isEmpty()) {
      throw nothing(kind);
    }
    mustBeAccepted();
    List<String> problems = new ArrayList<>();
    for (InvalidCall invalid : calls) {
      Exchange exchange = call.with(invalid.data()).send();
      String outcome = "answered " + exchange.status() + " as exchange " + exchange.number();
      if (!accepted.test(exchange.status())) {
        problems.add(invalid.what() + ": " + outcome);
      } else {
        ResponseFit.of(LastResponse.of(scope).get(), call.document()).problems().stream()
            .map(problem -> invalid.what() + ": " + outcome + ", and " + problem)
            .forEach(problems::add);
      }
    }
    if (!problems.isEmpty()) {
      throw failure(problems, calls.size(), wanted);
    }
  }

  /** Who is refused for another reason, such as a missing token, shows nothing. */
  private void mustBeAccepted() {
    call.mustFit();
    Exchange exchange = call.send();
    if (exchange.status() >= 400) {
      throw LastResponse.of(scope)
          .get()
          .failure(
              "The valid call of '"
                  + call.operation().name()
                  + "' is refused already, so that nothing can be said of invalid ones.")
          .fix("Let the scenario be allowed to call it, and give its values in the step's table.");
    }
  }

  private StepFailure nothing(Violation kind) {
    return StepFailure.of(
            "No request of '" + call.operation().name() + "' has a " + kind.written() + ".")
        .evidence("Its document has no such constraint.")
        .fix("Write the constraint into the document, or leave out the step.");
  }

  private StepFailure failure(List<String> problems, int calls, String wanted) {
    String log = call.service() + ".log";
    return StepFailure.of(
            "Not all of %d invalid requests of '%s' were %s as the document says."
                .formatted(calls, call.operation().name(), wanted))
        .evidence(String.join("\n", problems.stream().map(line -> "- " + line).toList()))
        .look(
            "Look at "
                + scope.where()
                + " and the attachments 'Exchange …' of the step; the service's log:"
                + " target/trestle/logs/"
                + log)
        .fix("Let the service check its input, or correct its OpenAPI document.");
  }
}
