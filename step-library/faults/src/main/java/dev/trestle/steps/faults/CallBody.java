package dev.trestle.steps.faults;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.trestle.steps.core.StepFailure;
import dev.trestle.steps.core.compare.SideBySide;
import dev.trestle.steps.core.json.JsonDocument;
import dev.trestle.steps.core.json.JsonSubject;
import dev.trestle.steps.core.json.NotJson;
import java.util.List;

/** The JSON that one call carried to its provider or back. */
final class CallBody implements JsonSubject {

  private final String name;
  private final String body;
  private final String consumer;

  /**
   * A body.
   *
   * @param name the first words of a message about it
   * @param body its text
   * @param consumer who called
   */
  CallBody(String name, String body, String consumer) {
    this.name = name;
    this.body = body;
    this.consumer = consumer;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String whole() {
    return name;
  }

  @Override
  public JsonDocument document() {
    try {
      return JsonDocument.parse(body);
    } catch (JsonProcessingException e) {
      throw failure(name + " is not JSON: " + NotJson.reason(e) + ".").causedBy(e);
    }
  }

  @Override
  public StepFailure failure(String what) {
    return StepFailure.of(what)
        .evidence("It is: " + (body.isEmpty() ? "(empty)" : body))
        .fix("Look into '" + consumer + "', or correct what the step expects.");
  }

  @Override
  public StepFailure mismatch(String what, List<String> expected, List<String> actual) {
    return StepFailure.of(what)
        .evidence(SideBySide.of(expected, actual) + "\nIt is: " + body)
        .fix("Look into '" + consumer + "', or correct what the step expects.");
  }
}
