package dev.trestle.steps.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class BoundedLinesTest {

  @Test
  void a_long_value_is_cut_in_a_message_and_whole_in_an_attachment() {
    String value = "x".repeat(200_000);
    try (TestScope scope = TestScope.open()) {
      String message = StepFailure.of("It is '" + value + "', not 'short'.").getMessage();

      assertThat(message).hasSizeLessThan(2_500).contains("(200022 characters").contains("short");
      List<String> attached =
          scope.attachments().stream().map(TestScope.Attachment::content).toList();
      assertThat(attached).containsExactly("It is '" + value + "', not 'short'.");
    }
  }

  @Test
  void an_ordinary_message_stays() {
    assertThat(BoundedLines.of("one\ntwo")).isEqualTo("one\ntwo");
  }
}
