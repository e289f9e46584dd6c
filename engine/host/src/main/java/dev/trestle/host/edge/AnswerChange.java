package dev.trestle.host.edge;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.trestle.protocol.Fault;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Changes an answer of the provider as a fault says, or says why that is not possible. */
final class AnswerChange {

  private static final class Json {
    static final ObjectMapper MAPPER =
        new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
  }

  private final Fault.Effect effect;
  private @Nullable String impossible;

  AnswerChange(Fault.Effect effect) {
    this.effect = effect;
  }

  /** What was done, once it is done. */
  String told() {
    return impossible == null ? Told.of(effect) : "nothing was changed: " + impossible;
  }

  /** Whether the answer had nothing to change. */
  boolean isImpossible() {
    return impossible != null;
  }

  Answers.Reply of(Answers.Reply reply) {
    if (effect instanceof Fault.Changed changed) {
      return changed(reply, changed);
    }
    if (effect instanceof Fault.Swapped swapped) {
      byte[] body = withField(reply.body(), swapped.field(), place -> swap(place, swapped));
      return Answers.changed(reply.head(), body);
    }
    if (effect instanceof Fault.Restated restated) {
      return isOf(restated.from(), reply)
          ? Answers.restated(reply.head(), restated.to(), reply.body())
          : reply;
    }
    if (effect instanceof Fault.Replaced older && isOf(older.status(), reply)) {
      return older(reply, older);
    }
    return reply;
  }

  private Answers.Reply changed(Answers.Reply reply, Fault.Changed changed) {
    byte[] body = reply.body();
    return switch (changed.change()) {
      case MALFORMED -> Answers.changed(reply.head(), malformed(body));
      case EMPTY -> Answers.changed(reply.head(), new byte[0]);
      case CONTENT_TYPE -> otherType(reply, changed.detail());
      default ->
          Answers.changed(
              reply.head(),
              withField(body, changed.detail(), place -> change(place, changed.change())));
    };
  }

  private boolean isOf(int status, Answers.Reply reply) {
    if (reply.head().status() != status) {
      impossible = "the answer's status is " + reply.head().status();
    }
    return impossible == null;
  }

  private Answers.Reply older(Answers.Reply reply, Fault.Replaced older) {
    byte[] body = older.body().getBytes(UTF_8);
    if (isSame(reply.body(), body)) {
      impossible = "the older answer is the same";
      return reply;
    }
    return otherType(new Answers.Reply(reply.head(), body), older.contentType());
  }

  /** Whether two bodies are the same JSON, in whatever order, or the same bytes. */
  private static boolean isSame(byte[] one, byte[] other) {
    try {
      return Json.MAPPER.readTree(one).equals(Json.MAPPER.readTree(other));
    } catch (IOException e) {
      return Arrays.equals(one, other);
    }
  }

  /** Half of it; of an empty body, an opening brace. */
  private static byte[] malformed(byte[] body) {
    return body.length < 2 ? new byte[] {'{'} : Arrays.copyOf(body, body.length / 2);
  }

  private static Answers.Reply otherType(Answers.Reply reply, String type) {
    Set<String> without = new HashSet<>(Answers.FRAME);
    without.add("content-type");
    byte[] head =
        reply
            .head()
            .with(
                without,
                "Content-Type: " + type,
                "Content-Length: " + reply.body().length,
                "Connection: close");
    return new Answers.Reply(Answers.read(head), reply.body());
  }

  private byte[] withField(byte[] body, String field, Consumer<FieldPath.Place> change) {
    try {
      JsonNode json = Json.MAPPER.readTree(body);
      JsonNode before = json.deepCopy();
      List<FieldPath.Place> places = FieldPath.of(field).in(json);
      if (places.isEmpty()) {
        return impossible(body, "the answer has no " + field);
      }
      places.forEach(change);
      return json.equals(before)
          ? impossible(body, "it would be the same at " + field)
          : Json.MAPPER.writeValueAsBytes(json);
    } catch (JsonProcessingException e) {
      return impossible(body, "the answer is not JSON");
    } catch (IOException e) {
      return impossible(body, String.valueOf(e.getMessage()));
    }
  }

  private byte[] impossible(byte[] body, String why) {
    impossible = why;
    return body;
  }

  private static void change(FieldPath.Place place, Fault.Change change) {
    switch (change) {
      case FIELD_MISSING -> place.remove();
      case FIELD_NULL -> place.set(NullNode.getInstance());
      case FIELD_RENAMED -> place.rename(place.name() + "Renamed");
      case FIELD_PLUS_ONE -> place.set(plusOne(place.value()));
      default -> place.set(retyped(place.value()));
    }
  }

  /** A text in place of anything else, and a truth value in place of a text. */
  private static JsonNode retyped(JsonNode value) {
    return value.isTextual() ? BooleanNode.TRUE : TextNode.valueOf("not what was expected");
  }

  /** One unit of the last digit more: 7 to 8, 0.19 to 0.20. */
  private static JsonNode plusOne(JsonNode value) {
    if (!value.isNumber()) {
      return value;
    }
    BigDecimal number = value.decimalValue();
    return DecimalNode.valueOf(number.add(number.scale() > 0 ? number.ulp() : BigDecimal.ONE));
  }

  private static void swap(FieldPath.Place place, Fault.Swapped swapped) {
    swapped.values().stream()
        .map(AnswerChange::value)
        .filter(value -> !value.equals(place.value()))
        .findFirst()
        .ifPresent(place::set);
  }

  private static JsonNode value(String json) {
    try {
      return Json.MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      return TextNode.valueOf(json);
    }
  }
}
