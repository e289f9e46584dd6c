package dev.trestle.host.messages;

import com.fasterxml.jackson.core.JsonParser;
import dev.trestle.protocol.ScenarioResult.Status;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads how a step went. */
final class StepEndReader {

  private final JsonParser json;
  private String startedId = "";
  private String stepId = "";
  private Status status = Status.FAILED;
  private @Nullable String message;
  private StepEnd.@Nullable Thrown thrown;

  private StepEndReader(JsonParser json) {
    this.json = json;
  }

  static StepEnd read(JsonParser json) throws IOException {
    StepEndReader reader = new StepEndReader(json);
    JsonWalk.object(json, reader::field);
    return new StepEnd(
        reader.startedId, reader.stepId, reader.status, reader.message, reader.thrown);
  }

  private void field(String field) throws IOException {
    switch (field) {
      case "testCaseStartedId" -> startedId = JsonWalk.text(json);
      case "testStepId" -> stepId = JsonWalk.text(json);
      case "testStepResult" -> JsonWalk.object(json, this::result);
      default -> {}
    }
  }

  private void result(String field) throws IOException {
    switch (field) {
      case "status" -> status = status(JsonWalk.text(json));
      case "message" -> message = json.getValueAsString();
      case "exception" -> thrown = thrown();
      default -> {}
    }
  }

  /** A status that is unknown must not pass. */
  private static Status status(String name) {
    return switch (name) {
      case "PASSED" -> Status.PASSED;
      case "SKIPPED" -> Status.SKIPPED;
      case "PENDING" -> Status.PENDING;
      case "UNDEFINED" -> Status.UNDEFINED;
      case "AMBIGUOUS" -> Status.AMBIGUOUS;
      default -> Status.FAILED;
    };
  }

  private StepEnd.Thrown thrown() throws IOException {
    @Nullable String[] found = {"", null, null};
    JsonWalk.object(
        json,
        field -> {
          switch (field) {
            case "type" -> found[0] = JsonWalk.text(json);
            case "message" -> found[1] = json.getValueAsString();
            case "stackTrace" -> found[2] = json.getValueAsString();
            default -> {}
          }
        });
    return new StepEnd.Thrown(String.valueOf(found[0]), found[1], found[2]);
  }
}
