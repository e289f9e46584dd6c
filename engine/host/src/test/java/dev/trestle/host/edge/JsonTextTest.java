package dev.trestle.host.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonTextTest {

  private static final int DOCUMENTS = 2_000;
  private static final ObjectMapper MAPPER =
      new ObjectMapper()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"a\":100.00,\"b\":1}            | $.b      | {\"a\":100.00}",
        "{\"b\":1, \"a\":1E+2}             | $.b      | {\"a\":1E+2}",
        "{ \"b\" : 1 }                     | $.b      | {  }",
        "{\"b\":1,\"a\":2,\"b\":3}         | $.b      | {\"a\":2}",
        "{\"a\":2,\"b\":1,\"b\":3}         | $.b      | {\"a\":2}",
        "[{\"b\":1},{\"a\":2, \"b\":[1]}]  | $[*].b   | [{},{\"a\":2}]",
        "{\"l\":[1, 2 ,3]}                 | $.l[*]   | {\"l\":[]}",
        "{\"l\":[1, 2 ,3]}                 | $.l[1]   | {\"l\":[1, 3]}",
        "{\"l\":[1, 2 ,3]}                 | $.l[2]   | {\"l\":[1, 2]}",
        "{\"a\":{\"b\":{\"c\":\"}\\\"\"}}}  | $.a.b.c  | {\"a\":{\"b\":{}}}",
        "{\"\\u0062\":1,\"a\":2}           | $.b      | {\"a\":2}",
      })
  void a_member_is_removed_and_the_rest_stays(String json, String path, String expected)
      throws IOException {
    assertThat(JsonText.parse(json).without(FieldPath.of(path))).isEqualTo(expected);
  }

  @Test
  void a_name_grows_and_a_value_is_replaced() throws IOException {
    JsonText json = JsonText.parse("{ \"a\\\"b\" : 9223372036854775808, \"c\": [0.10] }");

    assertThat(json.renamed(FieldPath.of("$.a\"b"), "X"))
        .isEqualTo("{ \"a\\\"bX\" : 9223372036854775808, \"c\": [0.10] }");
    assertThat(json.with(FieldPath.of("$.c[0]"), value -> value + "1"))
        .isEqualTo("{ \"a\\\"b\" : 9223372036854775808, \"c\": [0.101] }");
    assertThat(json.has(FieldPath.of("$.d"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "{", "{}{}", "1 2", "<html>", "{\"a\":01}", "[1,]", "nul"})
  void what_is_not_one_document_is_refused(String text) {
    assertThatThrownBy(() -> JsonText.parse(text)).isInstanceOf(IOException.class);
  }

  /** Any value of any document can be changed, and then nothing else is different. */
  @Test
  void one_value_changes_and_every_other_character_stays() throws IOException {
    for (int seed = 0; seed < DOCUMENTS; seed++) {
      Generated document = new Generated(seed);
      String text = document.text();
      for (Leaf leaf : document.leaves) {
        FieldPath path = FieldPath.of(leaf.path());

        String changed = JsonText.parse(text).with(path, value -> "\"?\"");

        assertThat(changed)
            .as("seed %d, %s", seed, leaf.path())
            .isEqualTo(text.substring(0, leaf.start()) + "\"?\"" + text.substring(leaf.end()));
        JsonNode removed = MAPPER.readTree(JsonText.parse(text).without(path));
        assertThat(removed.at(pointer(leaf.path())).isMissingNode() || leaf.path().endsWith("]"))
            .as("seed %d, without %s", seed, leaf.path())
            .isTrue();
      }
    }
  }

  private static String pointer(String path) {
    return path.substring(1).replaceAll("\\.([a-z]+)", "/$1").replaceAll("\\[(\\d+)]", "/$1");
  }

  private record Leaf(String path, int start, int end) {}

  /** A document with odd spaces, numbers, texts and names, and where its values are. */
  private static final class Generated {

    private static final String[] SCALARS = {
      "0", "-0", "100.00", "1E+2", "1e-400", "9223372036854775808", "1234567890123456789", "0.10",
      "true", "null", "\"\"", "\"a\\\"},]\"", "\"\\u00e4\"", "\"ä€😀\"", "\"\\\\\"", "\"12,5\""
    };
    private static final String[] SPACES = {"", "", " ", "\n", "\t ", "\r\n"};

    private final Random random;
    private final StringBuilder text = new StringBuilder();
    private final List<Leaf> leaves = new ArrayList<>();

    Generated(int seed) {
      random = new Random(seed);
      space();
      value("$", 3);
      space();
    }

    String text() {
      return text.toString();
    }

    private void space() {
      text.append(SPACES[random.nextInt(SPACES.length)]);
    }

    private void value(String path, int depth) {
      int start = text.length();
      int kind = depth == 0 ? 2 : random.nextInt(depth == 3 ? 2 : 3);
      if (kind == 2) {
        text.append(SCALARS[random.nextInt(SCALARS.length)]);
      } else {
        members(path, depth, kind == 0);
      }
      if (!path.equals("$")) {
        leaves.add(new Leaf(path, start, text.length()));
      }
    }

    private void members(String path, int depth, boolean isObject) {
      text.append(isObject ? '{' : '[');
      space();
      int count = random.nextInt(4);
      for (int i = 0; i < count; i++) {
        text.append(i == 0 ? "" : ",");
        space();
        if (isObject) {
          text.append('"').append((char) ('a' + i)).append('"');
          space();
          text.append(':');
          space();
        }
        value(path + (isObject ? "." + (char) ('a' + i) : "[" + i + "]"), depth - 1);
        space();
      }
      text.append(isObject ? '}' : ']');
    }
  }
}
