package dev.trestle.steps.core.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trestle.protocol.Secrets;
import dev.trestle.steps.core.compare.Pair;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class MessageTest {

  private static final Message ORDER =
      Message.of(
          "o-1",
          Map.of("traceparent", List.of("00-a")),
          "{\"orderId\": \"o-1\", \"lines\": [{\"n\": 2}]}");

  private static MessagePattern pattern(String... cells) {
    return new MessagePattern(List.of(new Pair(cells[0], cells[1]), new Pair(cells[2], cells[3])));
  }

  @Test
  void a_message_matches_by_json_key_and_headers() {
    assertThat(pattern("$.orderId", "o-1", "$.lines[0].n", "2").matches(ORDER)).isTrue();
    assertThat(pattern("key", "o-1", "header traceparent", "<any>").matches(ORDER)).isTrue();
    assertThat(pattern("key", "o-1", "$.missing", "<any>").matches(ORDER)).isFalse();
    assertThat(pattern("key", "o-1", "header missing", "x").matches(ORDER)).isFalse();
  }

  @Test
  void what_is_no_json_matches_by_its_key_only() {
    Message text = Message.of("k", Map.of(), "no JSON");
    assertThat(pattern("key", "k", "key", "k").matches(text)).isTrue();
    assertThat(pattern("key", "k", "$.a", "1").matches(text)).isFalse();
  }

  @Test
  void what_a_message_does_not_have_matches_null_only() {
    Message tombstone = Message.of(null, Map.of("empty", Collections.singletonList(null)), null);
    assertThat(pattern("key", "null", "body", "null").matches(tombstone)).isTrue();
    assertThat(pattern("header empty", "null", "header empty", "null").matches(tombstone)).isTrue();
    for (String path : List.of("key", "body", "header empty")) {
      assertThat(pattern(path, "", path, "").matches(tombstone)).as(path).isFalse();
      assertThat(pattern(path, "<any>", path, "<any>").matches(tombstone)).as(path).isFalse();
    }
    assertThat(pattern("header other", "null", "key", "null").matches(tombstone)).isFalse();
    assertThat(pattern("$", "null", "key", "null").matches(tombstone)).isFalse();
    Message empty = Message.of("", Map.of("empty", List.of("")), "");
    assertThat(pattern("key", "", "body", "").matches(empty)).isTrue();
    assertThat(pattern("header empty", "", "key", "").matches(empty)).isTrue();
    assertThat(pattern("key", "null", "body", "null").matches(empty)).isFalse();
  }

  @Test
  void a_header_that_comes_twice_has_both_values() {
    Message twice = Message.of("k", Map.of("h", List.of("1", "2")), "{}");
    assertThat(pattern("header h", "1", "header h", "2").matches(twice)).isTrue();
    assertThat(pattern("header h", "3", "key", "k").closest(List.of(twice)))
        .contains("header h  \"1\" and \"2\"");
  }

  @Test
  void a_failure_shows_no_secret() {
    Message login = Message.of("k", Map.of(), "{\"password\": \"hunter2\", \"name\": \"Ada\"}");
    assertThat(pattern("$.password", "correct horse", "$.name", "Ben").closest(List.of(login)))
        .contains("$.password  ***** (13 characters, #", "***** (7 characters, #", "Ada")
        .doesNotContain("hunter2", "correct horse");
    assertThat(pattern("$.password", "hunter2", "$.name", "Ben").closest(List.of(login)))
        .contains("***** (7 characters, #")
        .doesNotContain("hunter2");
  }

  @Test
  void an_empty_table_is_refused() {
    assertThatThrownBy(() -> new MessagePattern(List.of()))
        .hasMessageContaining("The step's table is empty.");
  }

  @Test
  void the_closest_message_stands_beside_what_was_expected() {
    Message other = Message.of("x", Map.of(), "{}");
    assertThat(pattern("$.orderId", "o-1", "$.total", "750").closest(List.of(other, ORDER)))
        .isEqualTo(
            """
            The closest of 2:
              Expected       | Actual
              $.orderId  o-1 | $.orderId  o-1
            ≠ $.total  750   | $.total  absent""");
    assertThat(pattern("key", "a", "key", "b").closest(List.of()))
        .isEqualTo("There are no messages.");
  }

  /** The secrets are words too ordinary to be masked by their values. */
  @Test
  void secrets_of_messages_are_masked_by_their_names() {
    Message message =
        Message.of(
            "k",
            Map.of("X-Api-Key", List.of("zebra"), "authorization", List.of("Bearer zebra")),
            "{\"password\": \"zebra\", \"tokens\": [\"zebra\"], \"user\": \"Ada\"}");
    for (String path :
        List.of("$.password", "$.tokens", "header X-Api-Key", "header authorization")) {
      for (String value : List.of("zebra", "zebra too")) {
        String closest = pattern(path, value, "$.user", "Bob").closest(List.of(message));
        assertThat(closest).as(path).doesNotContain("zebra").contains(path, "Ada", "Bob");
      }
    }
    assertThat(Secrets.mask(message.shown())).doesNotContain("zebra").contains("Ada", "Bearer");
  }

  @Test
  void a_wrong_path_is_told() {
    assertThatThrownBy(() -> ORDER.at("$.a[?("))
        .hasMessageContaining("'$.a[?(' is not a JSONPath.");
  }
}
