package dev.trestle.host.messages;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The fields that small messages have, by what they mean. */
final class Fields {

  final List<TestCase.Step> steps = new ArrayList<>();
  String id = "";
  String name = "";
  String testCaseId = "";
  String pickleId = "";
  String startedId = "";
  String stepId = "";
  String fileName = "";
  String body = "";
  boolean willBeRetried;
  long nanos;

  private Fields() {}

  static Fields of(JsonParser json) throws IOException {
    Fields fields = new Fields();
    JsonWalk.object(json, field -> fields.read(json, field));
    return fields;
  }

  private void read(JsonParser json, String field) throws IOException {
    switch (field) {
      case "id" -> id = JsonWalk.text(json);
      case "name" -> name = JsonWalk.text(json);
      case "testCaseId" -> testCaseId = JsonWalk.text(json);
      case "pickleId" -> pickleId = JsonWalk.text(json);
      case "testCaseStartedId" -> startedId = JsonWalk.text(json);
      case "testStepId" -> stepId = JsonWalk.text(json);
      case "fileName" -> fileName = JsonWalk.text(json);
      case "body" -> body = JsonWalk.text(json);
      case "willBeRetried" -> willBeRetried = json.getValueAsBoolean();
      case "timestamp" -> nanos = MessageReader.nanos(json);
      case "testSteps" -> JsonWalk.array(json, () -> step(json));
      default -> {}
    }
  }

  private void step(JsonParser json) throws IOException {
    String[] found = {"", ""};
    JsonWalk.object(
        json,
        field -> {
          switch (field) {
            case "id" -> found[0] = JsonWalk.text(json);
            case "hookId" -> found[1] = JsonWalk.text(json);
            default -> {}
          }
        });
    steps.add(new TestCase.Step(found[0], found[1]));
  }
}
