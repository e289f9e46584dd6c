package dev.trestle.steps.core.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ExpectedTest {

  private static boolean matches(@Nullable String written, @Nullable Object actual) {
    return Expected.of(written).matches(actual);
  }

  @Test
  void a_number_equals_the_number_and_the_text() {
    assertThat(matches("12", 12)).isTrue();
    assertThat(matches("12", "12")).isTrue();
    assertThat(matches("12.50", new BigDecimal("12.5"))).isTrue();
    assertThat(matches("12", 13L)).isFalse();
    assertThat(matches("twelve", 12)).isFalse();
    assertThat(matches("12", List.of(12))).isFalse();
  }

  @Test
  void quoted_text_is_text() {
    assertThat(matches("\"12\"", "12")).isTrue();
    assertThat(matches("\"12\"", 12)).isFalse();
    assertThat(matches("\"null\"", null)).isFalse();
    assertThat(matches("\"v1\"", "\"v1\"")).isTrue();
    assertThat(matches("\"a\" and \"b\"", "\"a\" and \"b\"")).isTrue();
  }

  @Test
  void null_and_truth_are_values() {
    assertThat(matches("null", null)).isTrue();
    assertThat(matches("null", "null")).isFalse();
    assertThat(matches("", null)).isFalse();
    assertThat(matches(null, "")).isTrue();
    assertThat(matches("true", true)).isTrue();
    assertThat(matches("true", false)).isFalse();
  }

  @Test
  void json_equals_the_same_json_whatever_the_order_of_members() {
    assertThat(matches("[2, {\"b\": 1.0, \"a\": null}]", list(2, map()))).isTrue();
    assertThat(matches("[2]", List.of(3))).isFalse();
    assertThat(matches("[]", List.of())).isTrue();
    assertThat(matches("[\"#{json-unit.any-string}\"]", List.of("x"))).isTrue();
    assertThat(matches("[note]", "[note]")).isTrue();
    assertThat(matches("{\"a\": 1}", "{\"a\": 1}")).isTrue();
  }

  private static List<@Nullable Object> list(@Nullable Object... items) {
    return Arrays.asList(items);
  }

  private static Map<String, @Nullable Object> map() {
    Map<String, @Nullable Object> map = new java.util.HashMap<>();
    map.put("a", null);
    map.put("b", 1);
    return map;
  }

  @Test
  void placeholders_stand_for_values() {
    assertThat(matches("<any>", 1)).isTrue();
    assertThat(matches("<any>", null)).isFalse();
    assertThat(matches("#{json-unit.any-number}", "1")).isFalse();
    assertThat(matches("#{json-unit.any-boolean}", true)).isTrue();
    assertThat(matches("#{json-unit.regex}[a-z]+", "abc")).isTrue();
    assertThat(matches("#{json-unit.regex}[a-z]+", "123")).isFalse();
    assertThat(matches("#{json-unit.ignore}", null)).isTrue();
    assertThatThrownBy(() -> matches("#{json-unit.any-thing}", 1))
        .hasMessageContaining("any-thing");
  }

  @Test
  void an_actual_value_is_shown_as_one_would_write_it() {
    assertThat(Expected.written("12")).isEqualTo("\"12\"");
    assertThat(Expected.written(12)).isEqualTo("12");
    assertThat(Expected.written("Ada")).isEqualTo("Ada");
    assertThat(Expected.written(new BigDecimal("1E+3"))).isEqualTo("1000");
    assertThat(Expected.written(List.of("a", 1))).isEqualTo("[\"a\",1]");
    assertThat(Expected.written(null)).isEqualTo("null");
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void a_number_without_a_decimal_form_is_expected_by_its_name(double actual) {
    assertThat(Expected.of(String.valueOf(actual)).matches(actual)).isTrue();
    assertThat(Expected.of(String.valueOf(actual)).matches((float) actual)).isTrue();
    for (String other : List.of("1", "null", "", "nan", "[1]", "{\"a\":1}", "\"NaN\"")) {
      assertThat(Expected.of(other).matches(actual)).as(other).isFalse();
    }
    assertThat(Expected.of("#{json-unit.any-number}").matches(actual)).isTrue();
  }
}
