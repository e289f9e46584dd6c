package dev.trestle.host.edge;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.trestle.protocol.Fault;
import dev.trestle.protocol.Fault.Change;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a fault makes of an answer, whatever its coding, charset and form. */
final class AnswerChangeTest {

  private static final Fault.Effect WITHOUT_TOTAL =
      new Fault.Changed(Change.FIELD_MISSING, "$.total");

  private static Answers.Reply reply(int status, String fields, byte[] body) {
    String head = "HTTP/1.1 " + status + " OK\r\n" + fields.replace("\n", "\r\n") + "\r\n\r\n";
    return new Answers.Reply(Answers.read(head.getBytes(ISO_8859_1)), body);
  }

  private static Answers.Reply json(String body) {
    return reply(200, "Content-Type: application/json", body.getBytes(UTF_8));
  }

  private static String changed(Fault.Effect effect, String body) {
    AnswerChange change = new AnswerChange(effect);
    byte[] other = change.of(json(body)).body();
    assertThat(change.isImpossible()).as(change.whyImpossible()).isFalse();
    return new String(other, UTF_8);
  }

  private static String field(Change change, String path, String body) {
    return changed(new Fault.Changed(change, path), body);
  }

  private static void assertNotApplied(Fault.Effect effect, Answers.Reply reply, String why) {
    AnswerChange change = new AnswerChange(effect);
    Answers.Reply other = change.of(reply);
    assertThat(change.isImpossible()).isTrue();
    assertThat(change.whyImpossible()).isEqualTo(why);
    assertThat(other.body()).isEqualTo(reply.body());
    assertThat(other.head().bytes()).isEqualTo(reply.head().bytes());
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "GZIP", "x-gzip", "deflate", "gzip, deflate", "identity", ""})
  void a_coded_body_is_changed_and_coded_again(String coding) throws IOException {
    ContentCoding codings = ContentCoding.of(coding);
    byte[] coded = codings.encode("{\"total\":1, \"keep\":2.00}".getBytes(UTF_8));
    String field = coding.isEmpty() ? "" : "\nContent-Encoding: " + coding;
    AnswerChange change = new AnswerChange(WITHOUT_TOTAL);

    Answers.Reply other = change.of(reply(200, "Content-Type: application/json" + field, coded));

    assertThat(change.isImpossible()).isFalse();
    assertThat(other.head().field("content-encoding")).isEqualTo(coding);
    assertThat(other.head().field("content-length")).isEqualTo("" + other.body().length);
    assertThat(new String(codings.decode(other.body()), UTF_8)).isEqualTo("{\"keep\":2.00}");
  }

  @Test
  void a_body_of_deflate_without_a_frame_is_changed() throws IOException {
    ByteArrayOutputStream raw = new ByteArrayOutputStream();
    Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    try (DeflaterOutputStream out = new DeflaterOutputStream(raw, deflater)) {
      out.write("{\"total\":1}".getBytes(UTF_8));
    } finally {
      deflater.end();
    }

    Answers.Reply other =
        new AnswerChange(WITHOUT_TOTAL)
            .of(reply(200, "Content-Encoding: deflate", raw.toByteArray()));

    assertThat(ContentCoding.of("deflate").decode(other.body())).isEqualTo("{}".getBytes(UTF_8));
  }

  @ParameterizedTest
  @EnumSource(
      value = Change.class,
      names = {"CONTENT_TYPE", "EMPTY"},
      mode = EnumSource.Mode.EXCLUDE)
  void a_body_of_an_unknown_coding_is_left_as_it_is(Change change) {
    Answers.Reply brotli =
        reply(200, "Content-Type: application/json\nContent-Encoding: br", new byte[] {1, 2, 3});

    assertNotApplied(
        new Fault.Changed(change, "$.total"),
        brotli,
        "the body cannot be read: the content coding 'br' is not supported");
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "deflate", "identity"})
  void malformed_json_is_malformed_once_decoded(String coding) throws IOException {
    ContentCoding codings = ContentCoding.of(coding);
    for (String body :
        List.of("{\"a\":1}", "12", "1", "{}          ", "\"ab\"", "[1,2]", "nullx")) {
      Answers.Reply other =
          new AnswerChange(new Fault.Changed(Change.MALFORMED, ""))
              .of(reply(200, "Content-Encoding: " + coding, codings.encode(body.getBytes(UTF_8))));

      String text = new String(codings.decode(other.body()), UTF_8);
      assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> JsonText.parse(text)))
          .as("%s of %s", text, body)
          .isInstanceOf(IOException.class);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ISO-8859-1, application/json;charset=ISO-8859-1",
    "ISO-8859-1, application/json; charset=\"iso-8859-1\"; q=1",
    "UTF-16LE, application/json; charset=utf-16le",
    "UTF-16BE, application/json",
    "UTF-16LE, application/json",
    "UTF-8, application/json",
    "UTF-8, application/json; charset=nobody-knows",
  })
  void the_charset_stays(String charset, String contentType) {
    Charset written = Charset.forName(charset);
    byte[] body = "{\"name\":\"Käse\",\"total\":1}".getBytes(written);

    Answers.Reply other =
        new AnswerChange(WITHOUT_TOTAL).of(reply(200, "Content-Type: " + contentType, body));

    assertThat(new String(other.body(), written)).isEqualTo("{\"name\":\"Käse\"}");
  }

  @Test
  void a_byte_order_mark_stays() {
    assertThat(changed(WITHOUT_TOTAL, "\uFEFF{\"total\":1}")).isEqualTo("\uFEFF{}");
    byte[] wide = "\uFEFF{\"total\":1}".getBytes(UTF_16LE);
    assertThat(new AnswerChange(WITHOUT_TOTAL).of(reply(200, "X: y", wide)).body())
        .isEqualTo("\uFEFF{}".getBytes(UTF_16LE));
  }

  @Test
  void a_character_that_the_charset_lacks_is_escaped() {
    Answers.Reply latin =
        reply(200, "Content-Type: a/json;charset=ISO-8859-1", "{\"a\":\"ä\"}".getBytes(ISO_8859_1));

    Answers.Reply other = new AnswerChange(new Fault.Swapped("$.a", List.of("\"€😀ä\""))).of(latin);

    assertThat(new String(other.body(), ISO_8859_1))
        .isEqualTo("{\"a\":\"\\u20ac\\ud83d\\ude00ä\"}");
  }

  @Test
  void amounts_and_long_numbers_stay_as_they_came() {
    String body = "{\"x\":0,\"amount\":100.00,\"id\":9223372036854775807123,\"e\":1E+2,\"t\":0.10}";

    assertThat(field(Change.FIELD_MISSING, "$.x", body)).isEqualTo(body.replace("\"x\":0,", ""));
    assertThat(field(Change.FIELD_NULL, "$.x", body)).isEqualTo(body.replace(":0,", ":null,"));
    assertThat(field(Change.FIELD_RENAMED, "$.x", body))
        .isEqualTo(body.replace("\"x\"", "\"xRenamed\""));
  }

  @ParameterizedTest
  @CsvSource({
    "7, 8",
    "-1, 0",
    "0.19, 0.20",
    "100.00, 100.01",
    "9.99, 10.00",
    "1E+2, 101",
    "1.5e3, 1501",
    "9223372036854775807, 9223372036854775808",
    "-0.01, 0.00",
    "1e-3, 0.002",
  })
  void one_too_high_is_one_unit_of_the_last_digit(String number, String more) {
    assertThat(field(Change.FIELD_PLUS_ONE, "$.n", "{ \"n\" : " + number + " }"))
        .isEqualTo("{ \"n\" : " + more + " }");
  }

  @Test
  void a_change_that_is_not_possible_is_not_applied() {
    Fault.Effect empty = new Fault.Changed(Change.EMPTY, "");
    Fault.Effect plus = new Fault.Changed(Change.FIELD_PLUS_ONE, "$.n");
    Fault.Effect html = new Fault.Changed(Change.CONTENT_TYPE, "text/html");
    Answers.Reply none = reply(204, "X: y", new byte[0]);

    assertNotApplied(WITHOUT_TOTAL, json("{\"a\":1}"), "the answer has no $.total");
    assertNotApplied(WITHOUT_TOTAL, json("[{\"total\":1}]"), "the answer has no $.total");
    assertNotApplied(WITHOUT_TOTAL, json("<html>"), "the answer is not JSON");
    assertNotApplied(WITHOUT_TOTAL, json("{\"total\":1}{}"), "the answer is not JSON");
    assertNotApplied(WITHOUT_TOTAL, none, "the answer has no body");
    assertNotApplied(empty, none, "the answer has no body");
    assertNotApplied(new Fault.Changed(Change.MALFORMED, ""), none, "the answer has no body");
    assertNotApplied(plus, json("{\"n\":\"7\"}"), "it would be the same at $.n");
    assertNotApplied(plus, json("{\"n\":1e999999999}"), "it would be the same at $.n");
    assertNotApplied(
        new Fault.Changed(Change.FIELD_NULL, "$.n"),
        json("{\"n\":null}"),
        "it would be the same at $.n");
    assertNotApplied(
        html,
        reply(200, "Content-Type: TEXT/html", new byte[1]),
        "the answer has that content type");
    assertNotApplied(
        WITHOUT_TOTAL,
        reply(200, "Content-Type: a/json;charset=utf-8", new byte[] {'{', (byte) 0xff}),
        "the body is not text in its charset");
    assertNotApplied(
        WITHOUT_TOTAL,
        reply(200, "Content-Encoding: gzip", "{}".getBytes(UTF_8)),
        "the body cannot be read: Not in GZIP format");
  }

  @Test
  void what_describes_the_body_that_came_is_left_out() {
    Answers.Reply other =
        new AnswerChange(WITHOUT_TOTAL)
            .of(
                reply(
                    200,
                    "ETag: \"1\"\nDigest: a\nContent-MD5: b\nRepr-Digest: c\nContent-Digest: d\nX: y",
                    "{\"total\":1}".getBytes(UTF_8)));

    assertThat(other.head().fields()).containsOnlyKeys("x", "content-length", "connection");
  }

  @Test
  void an_older_answer_of_a_coded_one_is_coded_too() throws IOException {
    ContentCoding gzip = ContentCoding.of("gzip");
    byte[] body = gzip.encode("{\"id\":7}".getBytes(UTF_8));
    Answers.Reply reply = reply(200, "Content-Encoding: gzip\nContent-Type: a/json", body);

    Answers.Reply older =
        new AnswerChange(new Fault.Replaced(200, "a/json;charset=iso-8859-1", "{\"id\":\"ä\"}"))
            .of(reply);

    assertThat(gzip.decode(older.body())).isEqualTo("{\"id\":\"ä\"}".getBytes(ISO_8859_1));
    assertNotApplied(
        new Fault.Replaced(200, "a/json", "{ \"id\": 7 }"), reply, "the older answer is the same");
  }
}
