package dev.trestle.steps.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trestle.steps.core.TestScope;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RandomFunctionTest {

  private static final List<String> SOME =
      List.of("name", "address in de", "email", "number from 1 to 1000000", "iban", "12 letters");

  @AfterEach
  void unset() {
    System.clearProperty("trestle.seed");
  }

  private static List<String> values(String seed) {
    System.setProperty("trestle.seed", seed);
    try (TestScope test = TestScope.open()) {
      return SOME.stream()
          .map(kind -> test.scope().reveal(test.scope().resolve("${random:" + kind + "}")))
          .toList();
    }
  }

  @Test
  void the_same_seed_gives_the_same_values() {
    assertThat(values("4711")).isEqualTo(values("4711")).doesNotHaveDuplicates();
    assertThat(values("4712")).isNotEqualTo(values("4711"));
  }

  @Test
  void the_seed_is_shown_once_with_how_to_repeat_the_run() {
    System.setProperty("trestle.seed", "4711");
    try (TestScope test = TestScope.open()) {
      test.scope().resolve("${random:name} ${random:name} ${card number:Visa}");
      assertThat(test.attachments())
          .containsExactly(
              new TestScope.Attachment(
                  "Random seed",
                  "text/plain",
                  """
                  The seed of the run is 4711.
                  For the same values again, run with -Dtrestle.jvmArguments=-Dtrestle.seed=4711."""));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "name | \\S+ .+",
        "email | [a-z.]+-[0-9a-z]{6}@example\\.com",
        "postcode in de | \\d{5}",
        "country | [A-Z]{2}",
        "number from 3 to 5 | [345]",
        "number from -1 to -1 | -1",
        "amount from 1.00 to 1.5 | 1\\.[0-5]\\d",
        "6 digits | \\d{6}",
        "300 letters | [a-z]{300}",
        "one of red, green | [a-z]{3,5}"
      })
  void a_value_looks_like_what_was_asked_for(String kind, String pattern) {
    try (TestScope test = TestScope.open()) {
      assertThat(
              IntStream.range(0, 20).mapToObj(i -> test.scope().resolve("${random:" + kind + "}")))
          .allMatch(value -> value.matches(pattern));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0 digits", "00 digits", "0 letters"})
  void an_empty_value_is_refused(String kind) {
    try (TestScope test = TestScope.open()) {
      assertThatThrownBy(() -> test.scope().resolve("${random:" + kind + "}"))
          .hasMessageContaining("Nothing random is named '" + kind + "'.")
          .hasMessageContaining("6 digits");
    }
  }

  @Test
  void names_and_addresses_are_there_for_every_kind() {
    try (TestScope test = TestScope.open()) {
      for (String kind : List.of("street", "city in fr", "phone number", "company", "product")) {
        assertThat(test.scope().resolve("${random:" + kind + "}")).as(kind).isNotBlank();
      }
      assertThat(test.scope().resolve("${random:sentence} ${random:word}")).isNotBlank();
    }
  }

  @Test
  void what_cannot_be_random_is_refused_with_what_can() {
    try (TestScope test = TestScope.open()) {
      assertThatThrownBy(() -> test.scope().resolve("${random:nonsense}"))
          .hasMessageContaining("Nothing random is named 'nonsense'.")
          .hasMessageContaining("Known: email, address, city,");
      assertThatThrownBy(() -> test.scope().resolve("${random:number from 2 to 1}"))
          .hasMessageContaining("is no range");
    }
  }

  @Test
  void a_seed_that_is_no_number_is_refused() {
    System.setProperty("trestle.seed", "lucky");
    try (TestScope test = TestScope.open()) {
      assertThatThrownBy(() -> test.scope().resolve("${random:name}"))
          .hasMessageContaining("The seed 'lucky' is no whole number.")
          .hasMessageContaining("-Dtrestle.seed=4711");
    }
  }
}
