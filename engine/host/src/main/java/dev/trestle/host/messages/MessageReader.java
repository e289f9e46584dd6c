package dev.trestle.host.messages;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.trestle.protocol.RunPlan;
import dev.trestle.protocol.RunnerEnd;
import dev.trestle.protocol.Secrets;
import dev.trestle.protocol.SharedSecrets;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads Cucumber Messages, one JSON object a line, and tells what the host needs. Kinds of messages
 * that it does not need, or that are newer than it, are passed over unread.
 */
public final class MessageReader {

  /**
   * The names under which the runner attaches what is to be said of an undefined or failed step.
   */
  private static final Set<String> EXPLANATIONS = Set.of("Undefined step", "Failed step");

  private static final long NANOS = 1_000_000_000L;

  private final JsonFactory factory = new JsonFactory();
  private final MessageListener to;
  private final Pickles pickles = new Pickles();

  /** Reads for a listener. */
  public MessageReader(MessageListener to) {
    this.to = to;
  }

  /** Reads until the stream ends; a last line without its end is ignored. */
  public void read(InputStream ndjson) throws IOException {
    new NdjsonLines(ndjson).forEach(this::read);
  }

  private void read(byte[] line, int offset, int length) throws IOException {
    try (JsonParser json = factory.createParser(line, offset, length)) {
      if (json.nextToken() == JsonToken.START_OBJECT && json.nextToken() == JsonToken.FIELD_NAME) {
        String kind = json.currentName();
        json.nextToken();
        read(kind, json);
      }
    }
  }

  private void read(String kind, JsonParser json) throws IOException {
    switch (kind) {
      case "meta" -> to.begun();
      case "parseError" -> place(json, to::parseError);
      case RunPlan.LEFT_OUT -> place(json, to::leftOut);
      case "gherkinDocument" -> pickles.document(json);
      case "pickle" -> pickles.pickle(json, to);
      case "hook" -> hook(json);
      case "testRunStarted" -> to.runStarted(Fields.of(json).nanos);
      case "testCase" -> testCase(json);
      case "testCaseStarted" -> {
        Fields fields = Fields.of(json);
        to.started(fields.id, fields.testCaseId, fields.nanos);
      }
      case "testStepFinished" -> to.stepFinished(StepEndReader.read(json));
      case SharedSecrets.MESSAGE ->
          JsonWalk.object(json, field -> JsonWalk.texts(json).forEach(Secrets::learnTold));
      case "attachment" -> attachment(json);
      case "testCaseFinished" -> {
        Fields fields = Fields.of(json);
        to.finished(fields.startedId, fields.willBeRetried, fields.nanos);
      }
      case "testRunFinished" -> to.runFinished(Fields.of(json).nanos);
      case RunPlan.MESSAGE -> plan(json);
      case RunnerEnd.MESSAGE -> end(json);
      default -> {}
    }
  }

  private void plan(JsonParser json) throws IOException {
    List<String> pickles = new ArrayList<>();
    JsonWalk.object(
        json,
        field -> {
          if (field.equals("pickles")) {
            pickles.addAll(JsonWalk.texts(json));
          }
        });
    to.planned(pickles);
  }

  private void end(JsonParser json) throws IOException {
    int[] planned = {-1};
    Map<String, Long> ended = new HashMap<>();
    JsonWalk.object(
        json,
        field -> {
          switch (field) {
            case "planned" -> planned[0] = json.getValueAsInt(-1);
            case "ended" ->
                JsonWalk.object(json, status -> ended.put(status, json.getValueAsLong(-1)));
            default -> {}
          }
        });
    to.runnerEnded(new RunnerEnd(planned[0], ended));
  }

  private void hook(JsonParser json) throws IOException {
    Fields fields = Fields.of(json);
    to.hook(fields.id, fields.name);
  }

  private void testCase(JsonParser json) throws IOException {
    Fields fields = Fields.of(json);
    to.prepared(new TestCase(fields.id, fields.pickleId, fields.steps));
  }

  private void attachment(JsonParser json) throws IOException {
    Fields fields = Fields.of(json);
    if (EXPLANATIONS.contains(fields.fileName)) {
      to.explained(fields.startedId, fields.stepId, fields.body);
    }
  }

  /** Something about a place in a feature file. */
  private interface Said {
    void about(String uri, String place, String message);
  }

  private static void place(JsonParser json, Said said) throws IOException {
    String[] found = {"", "", ""};
    JsonWalk.object(
        json,
        field -> {
          switch (field) {
            case "message" -> found[2] = JsonWalk.text(json);
            case "source" -> JsonWalk.object(json, part -> source(json, part, found));
            default -> {}
          }
        });
    said.about(found[0], found[1], found[2]);
  }

  private static void source(JsonParser json, String part, String[] found) throws IOException {
    switch (part) {
      case "uri" -> found[0] = JsonWalk.text(json);
      case "location" -> found[1] = place(json);
      default -> {}
    }
  }

  private static String place(JsonParser json) throws IOException {
    String[] at = {"", ""};
    JsonWalk.object(json, field -> at[field.equals("line") ? 0 : 1] = ":" + JsonWalk.text(json));
    return at[0] + at[1];
  }

  static long nanos(JsonParser json) throws IOException {
    long[] sum = {0};
    JsonWalk.object(
        json,
        field -> {
          long value = json.getValueAsLong();
          sum[0] += field.equals("seconds") ? value * NANOS : value;
        });
    return sum[0];
  }
}
