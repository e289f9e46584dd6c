package dev.trestle.steps.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.trestle.steps.core.ScenarioScope;
import dev.trestle.steps.core.StepFailure;
import dev.trestle.steps.core.json.JsonCheck;
import dev.trestle.steps.core.json.JsonComparison;
import dev.trestle.steps.core.json.JsonDocument;
import dev.trestle.steps.core.json.JsonSubject;
import dev.trestle.steps.core.json.Leniency;
import dev.trestle.steps.core.json.NotJson;

/**
 * Checks whole documents.
 *
 * @param leniency what does not matter
 * @param scope the scenario's scope
 */
record DocumentCheck(Leniency leniency, ScenarioScope scope) {

  /** Checks a document against what a step says. */
  void check(JsonSource json, String expected) {
    check(json.subject(scope), parse(scope.resolve(expected)));
  }

  /** Checks a document against another. */
  void check(JsonSource json, JsonSource other) {
    check(json.subject(scope), other.subject(scope).document());
  }

  private void check(JsonSubject subject, JsonDocument expected) {
    new JsonCheck(subject, scope).same(JsonComparison.of(expected, subject.document(), leniency));
  }

  private static JsonDocument parse(String expected) {
    try {
      return JsonDocument.parse(expected);
    } catch (JsonProcessingException e) {
      throw StepFailure.of("What the step expects is not JSON.")
          .evidence("Of its JSON, " + NotJson.reason(e) + ".")
          .fix("Correct the text below the step.")
          .causedBy(e);
    }
  }
}
