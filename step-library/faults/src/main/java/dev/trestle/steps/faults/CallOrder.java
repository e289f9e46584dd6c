package dev.trestle.steps.faults;

import dev.trestle.protocol.Interaction;
import dev.trestle.steps.core.ScenarioScope;
import dev.trestle.steps.core.StepFailure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Calls that are expected one after the other; others may come between them. */
final class CallOrder {

  private final ScenarioScope scope;

  CallOrder(ScenarioScope scope) {
    this.scope = scope;
  }

  /** Each row, consumer, provider and calls, was called after the row before it. */
  void require(List<List<@Nullable String>> rows) {
    if (rows.size() < 2) {
      throw StepFailure.of("The step's table has no two rows, so there is no order to check.")
          .evidence("Its rows are " + rows + ".")
          .fix("Write each call as '| checkout | inventory | POST /reservations |'.");
    }
    String from = Instant.EPOCH.toString();
    List<Interaction> found = new ArrayList<>();
    for (List<@Nullable String> row : rows) {
      Calls calls = calls(row);
      Interaction next = calls.firstFrom(from, found);
      if (next == null) {
        throw StepFailure.of("There was no call of " + calls + told(found))
            .evidence(
                "All calls of the scenario:\n"
                    + ScenarioCalls.list(scope.host().interactions(scope.traceId())))
            .fix("Look into the services, or correct the order in the step.");
      }
      found.add(next);
      from = next.startedAt();
    }
  }

  private Calls calls(List<@Nullable String> row) {
    if (row.size() != 3 || row.get(0) == null || row.get(1) == null) {
      throw StepFailure.of("A row of the step's table does not say which call is meant.")
          .evidence("Its cells are " + row + ".")
          .fix("Write each row as '| checkout | inventory | POST /reservations |'.");
    }
    return new Calls(scope, String.valueOf(row.get(0)), String.valueOf(row.get(1)), row.get(2));
  }

  private static String told(List<Interaction> found) {
    if (found.isEmpty()) {
      return ".";
    }
    Interaction last = found.get(found.size() - 1);
    return " after %s %s of '%s' to '%s'."
        .formatted(last.method(), last.path(), last.consumer(), last.provider());
  }
}
