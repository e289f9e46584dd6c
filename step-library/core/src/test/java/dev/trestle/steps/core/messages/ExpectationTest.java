package dev.trestle.steps.core.messages;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trestle.steps.core.TestScope;
import dev.trestle.steps.core.compare.Pair;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class ExpectationTest {

  private static final List<Pair> LOST = List.of(new Pair("$.status", "LOST"));

  private final List<Message> messages = new ArrayList<>();

  private final MessageSource source =
      new MessageSource() {
        @Override
        public String title() {
          return "Topic 'orders'";
        }

        @Override
        public List<Message> read() {
          return List.copyOf(messages);
        }
      };

  private static Message message(String status) {
    return Message.of("k", Map.of(), "{\"status\": \"" + status + "\"}");
  }

  static Stream<Arguments> bounds() {
    Duration time = Duration.ofMillis(1);
    return Stream.of(
        Arguments.of(0, (Consumer<Expectation>) expect -> expect.hasNone(LOST)),
        Arguments.of(0, (Consumer<Expectation>) expect -> expect.hasExactly(0, LOST)),
        Arguments.of(0, (Consumer<Expectation>) expect -> expect.keepsExactly(time, 0, LOST)),
        Arguments.of(1, (Consumer<Expectation>) expect -> expect.hasExactly(1, LOST)),
        Arguments.of(1, (Consumer<Expectation>) expect -> expect.keepsExactly(time, 1, LOST)));
  }

  @ParameterizedTest
  @MethodSource("bounds")
  void a_message_that_comes_after_a_bound_was_checked_is_noticed_at_the_end(
      int there, Consumer<Expectation> check) {
    for (int i = 0; i < there; i++) {
      messages.add(message("LOST"));
    }
    TestScope scenario = TestScope.open().then();
    check.accept(new Expectation(source, scenario.scope()));
    messages.add(message("LOST"));
    assertThatThrownBy(scenario::close)
        .cause()
        .hasMessageStartingWith("Topic 'orders' has " + (there + 1) + " such messages")
        .hasMessageContaining("Later ones came after the step had passed.");
  }

  @Test
  void another_message_that_comes_later_is_not_forbidden() {
    TestScope scenario = TestScope.open().then();
    new Expectation(source, scenario.scope()).hasNone(LOST);
    messages.add(message("PAID"));
    assertThatCode(scenario::close).doesNotThrowAnyException();
  }
}
