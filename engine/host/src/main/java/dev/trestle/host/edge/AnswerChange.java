package dev.trestle.host.edge;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.trestle.protocol.Fault;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Changes an answer of the provider as a fault says, or says why that is not possible. */
final class AnswerChange {

  /** What describes a body that is no longer the one that is sent. */
  private static final Set<String> OF_BODY =
      Set.of("content-digest", "content-md5", "digest", "etag", "last-modified", "repr-digest");

  /** Digits beyond these are not written out, so that 1e999999999 does no harm. */
  private static final int MOST_DIGITS = 1_000;

  private static final class Json {
    static final ObjectMapper MAPPER =
        new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
  }

  private final Fault.Effect effect;
  private String impossible = "";

  AnswerChange(Fault.Effect effect) {
    this.effect = effect;
  }

  /** What was done, once it is done. */
  String told() {
    return Told.of(effect);
  }

  /** Whether the answer had nothing to change. */
  boolean isImpossible() {
    return !impossible.isEmpty();
  }

  /** Why the answer had nothing to change. */
  String whyImpossible() {
    return impossible;
  }

  Answers.Reply of(Answers.Reply reply) {
    try {
      return changed(reply);
    } catch (CharacterCodingException e) {
      impossible = "the body is not text in its charset";
    } catch (Impossible e) {
      impossible = String.valueOf(e.getMessage());
    } catch (IOException e) {
      impossible = "the body cannot be read: " + e.getMessage();
    }
    return reply;
  }

  /** An answer that the fault can do nothing to. */
  private static final class Impossible extends IOException {
    private static final long serialVersionUID = 1L;

    Impossible(String why) {
      super(why);
    }
  }

  private Answers.Reply changed(Answers.Reply reply) throws IOException {
    if (effect instanceof Fault.Changed changed) {
      return changed(reply, changed);
    }
    if (effect instanceof Fault.Swapped swapped) {
      return withField(reply, swapped.field(), value -> other(value, swapped));
    }
    if (effect instanceof Fault.Restated restated) {
      requireStatus(restated.from(), reply);
      return Answers.restated(reply.head(), restated.to(), reply.body());
    }
    if (effect instanceof Fault.Replaced older) {
      requireStatus(older.status(), reply);
      return older(reply, older);
    }
    throw new Impossible("nothing of an answer is changed by it");
  }

  private static Answers.Reply changed(Answers.Reply reply, Fault.Changed changed)
      throws IOException {
    String detail = changed.detail();
    return switch (changed.change()) {
      case MALFORMED -> withBody(reply, malformed(plain(reply)));
      case EMPTY -> empty(reply);
      case CONTENT_TYPE -> otherType(reply, detail);
      case FIELD_MISSING -> edited(reply, detail, JsonText::without);
      case FIELD_RENAMED -> edited(reply, detail, (json, path) -> json.renamed(path, "Renamed"));
      case FIELD_NULL -> withField(reply, detail, value -> "null");
      case FIELD_PLUS_ONE -> withField(reply, detail, AnswerChange::plusOne);
      case FIELD_RETYPED -> withField(reply, detail, AnswerChange::retyped);
    };
  }

  private static void requireStatus(int status, Answers.Reply reply) throws Impossible {
    if (reply.head().status() != status) {
      throw new Impossible("the answer's status is " + reply.head().status());
    }
  }

  private static Answers.Reply older(Answers.Reply reply, Fault.Replaced older) throws IOException {
    Charset charset = BodyText.charset(older.contentType());
    byte[] body = older.body().getBytes(charset == null ? UTF_8 : charset);
    if (isSame(plain(reply), body)) {
      throw new Impossible("the older answer is the same");
    }
    return typed(withBody(reply, body), older.contentType());
  }

  /** Whether two bodies are the same JSON, in whatever order, or the same bytes. */
  private static boolean isSame(byte[] one, byte[] other) {
    try {
      return Json.MAPPER.readTree(one).equals(Json.MAPPER.readTree(other));
    } catch (IOException e) {
      return Arrays.equals(one, other);
    }
  }

  /** The body decoded. */
  private static byte[] plain(Answers.Reply reply) throws IOException {
    if (reply.body().length == 0) {
      throw new Impossible("the answer has no body");
    }
    return ContentCoding.of(reply.head().field("content-encoding")).decode(reply.body());
  }

  /** The answer with another body, coded as the one that came. */
  private static Answers.Reply withBody(Answers.Reply reply, byte[] plain) throws IOException {
    ContentCoding coding = ContentCoding.of(reply.head().field("content-encoding"));
    Head head = Answers.read(reply.head().with(OF_BODY));
    return Answers.changed(head, coding.encode(plain));
  }

  private static Answers.Reply empty(Answers.Reply reply) throws Impossible {
    if (reply.body().length == 0) {
      throw new Impossible("the answer has no body");
    }
    Set<String> without = new HashSet<>(OF_BODY);
    without.add("content-encoding");
    return Answers.changed(Answers.read(reply.head().with(without)), new byte[0]);
  }

  /** Half of it; where that is JSON, or nothing, an opening brace more. */
  private static byte[] malformed(byte[] plain) {
    byte[] half = Arrays.copyOf(plain, plain.length / 2);
    byte[] brace =
        new String(half, UTF_8).isBlank() || isJson(half) ? new byte[] {'{'} : new byte[0];
    byte[] all = Arrays.copyOf(half, half.length + brace.length);
    System.arraycopy(brace, 0, all, half.length, brace.length);
    return all;
  }

  private static boolean isJson(byte[] body) {
    try {
      JsonText.parse(BodyText.of(body, "").text());
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static Answers.Reply otherType(Answers.Reply reply, String type) throws Impossible {
    if (reply.head().field("content-type").equalsIgnoreCase(type)) {
      throw new Impossible("the answer has that content type");
    }
    return typed(reply, type);
  }

  private static Answers.Reply typed(Answers.Reply reply, String type) {
    byte[] head = reply.head().with(Set.of("content-type"), "Content-Type: " + type);
    return Answers.changed(Answers.read(head), reply.body());
  }

  private interface JsonEdit {
    String apply(JsonText json, FieldPath path);
  }

  private static Answers.Reply withField(
      Answers.Reply reply, String field, UnaryOperator<String> change) throws IOException {
    return edited(reply, field, (json, path) -> json.with(path, change));
  }

  private static Answers.Reply edited(Answers.Reply reply, String field, JsonEdit edit)
      throws IOException {
    BodyText body = BodyText.of(plain(reply), reply.head().field("content-type"));
    FieldPath path = FieldPath.of(field);
    JsonText json = json(body.text());
    if (!json.has(path)) {
      throw new Impossible("the answer has no " + field);
    }
    String other = edit.apply(json, path);
    if (other.equals(body.text())) {
      throw new Impossible("it would be the same at " + field);
    }
    return withBody(reply, body.bytes(other));
  }

  private static JsonText json(String text) throws Impossible {
    try {
      return JsonText.parse(text);
    } catch (IOException e) {
      throw new Impossible("the answer is not JSON");
    }
  }

  /** A text in place of anything else, and a truth value in place of a text. */
  private static String retyped(String value) {
    return value.startsWith("\"") ? "true" : "\"not what was expected\"";
  }

  /** One unit of the last digit more: 7 to 8, 0.19 to 0.20; what is no number stays. */
  private static String plusOne(String value) {
    if (value.charAt(0) != '-' && !Character.isDigit(value.charAt(0))) {
      return value;
    }
    BigDecimal number = new BigDecimal(value);
    if (Math.abs((long) number.scale()) > MOST_DIGITS) {
      return value;
    }
    BigDecimal more = number.add(number.scale() > 0 ? number.ulp() : BigDecimal.ONE);
    return more.toPlainString();
  }

  /** The first of the values that is not the one that is there. */
  private static String other(String value, Fault.Swapped swapped) {
    @Nullable JsonNode there = node(value);
    return swapped.values().stream()
        .filter(each -> !Objects.equals(node(each), there))
        .findFirst()
        .orElse(value);
  }

  private static @Nullable JsonNode node(String json) {
    try {
      return Json.MAPPER.readTree(json);
    } catch (IOException e) {
      return null;
    }
  }
}
