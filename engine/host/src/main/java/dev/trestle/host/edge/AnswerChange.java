package dev.trestle.host.edge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.trestle.protocol.Fault;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Changes an answer of the provider as a fault says. */
final class AnswerChange {

  private static final class Json {
    static final ObjectMapper MAPPER = new ObjectMapper();
  }

  private final Fault.Changed changed;
  private String told;

  AnswerChange(Fault.Changed changed) {
    this.changed = changed;
    this.told = Told.of(changed);
  }

  /** What was done, once it is done. */
  String told() {
    return told;
  }

  Answers.Reply of(Answers.Reply reply) {
    byte[] body = reply.body();
    return switch (changed.change()) {
      case MALFORMED -> Answers.changed(reply.head(), malformed(body));
      case EMPTY -> Answers.changed(reply.head(), new byte[0]);
      case CONTENT_TYPE -> otherType(reply);
      default -> Answers.changed(reply.head(), withField(body));
    };
  }

  /** Half of it; of an empty body, an opening brace. */
  private static byte[] malformed(byte[] body) {
    return body.length < 2 ? new byte[] {'{'} : Arrays.copyOf(body, body.length / 2);
  }

  private Answers.Reply otherType(Answers.Reply reply) {
    Set<String> without = new HashSet<>(Answers.FRAME);
    without.add("content-type");
    byte[] head =
        reply
            .head()
            .with(
                without,
                "Content-Type: " + changed.detail(),
                "Content-Length: " + reply.body().length,
                "Connection: close");
    return new Answers.Reply(Answers.read(head), reply.body());
  }

  private byte[] withField(byte[] body) {
    try {
      JsonNode json = Json.MAPPER.readTree(body);
      FieldPath path = FieldPath.of(changed.detail());
      List<FieldPath.Place> places = path.in(json);
      if (places.isEmpty()) {
        return impossible(body, "the answer has no " + changed.detail());
      }
      places.forEach(this::change);
      return Json.MAPPER.writeValueAsBytes(json);
    } catch (JsonProcessingException e) {
      return impossible(body, "the answer is not JSON");
    } catch (IOException e) {
      return impossible(body, String.valueOf(e.getMessage()));
    }
  }

  private byte[] impossible(byte[] body, String why) {
    told = "nothing was changed: " + why;
    return body;
  }

  private void change(FieldPath.Place place) {
    switch (changed.change()) {
      case FIELD_MISSING -> place.remove();
      case FIELD_NULL -> place.set(NullNode.getInstance());
      default -> place.set(retyped(place.value()));
    }
  }

  /** A text in place of anything else, and a truth value in place of a text. */
  private static JsonNode retyped(JsonNode value) {
    return value.isTextual() ? BooleanNode.TRUE : TextNode.valueOf("not what was expected");
  }
}
