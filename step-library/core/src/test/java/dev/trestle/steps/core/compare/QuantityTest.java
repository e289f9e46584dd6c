package dev.trestle.steps.core.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class QuantityTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "9 | 10 | -1",
        "10.0 | 10 | 0",
        "9007199254740993 | 9007199254740992 | 1",
        "1e3 | 1000 | 0",
        "5 EUR | 10 EUR | -1",
        "EUR 12.50 | 12.5 EUR | 0",
        "2026-03-29 | 2026-03-30 | -1",
        "01:30 | 01:30:00.5 | -1",
        "2026-03-29T01:30:00.500Z | 2026-03-29T01:30:00Z | 1",
        "2026-03-29T03:30:00+02:00 | 2026-03-29T01:30:00Z | 0",
        "2026-03-29 01:30:00+00 | 2026-03-29T01:30Z | 0",
        "2026-03-29 03:30:00.123+0200 | 2026-03-29T01:30:00.123Z | 0",
        "2026-03-29 01:30:00 | 2026-03-29T01:31 | -1",
      })
  void values_of_one_kind_compare_by_what_they_are(String left, String right, int sign) {
    Quantity.Order order = Quantity.compare(left, right);
    assertThat(order.obstacle()).isEmpty();
    assertThat(Integer.signum(order.sign())).isEqualTo(sign);
    assertThat(Integer.signum(Quantity.compare(right, left).sign())).isEqualTo(-sign);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "abc",
        "1.000,50",
        "null",
        "12.50 EURO",
        "EUR 1 USD",
        "2026-13-01",
        "25:00",
        "1e999999999",
        "2026-03-29T01:30:00+99:00",
        "{}",
        "--1",
        "1.2.3 EUR",
        "NaN",
        "Infinity"
      })
  void any_other_text_compares_with_nothing(String text) {
    for (String other : List.of("1", "2026-03-29", "01:30", "2026-03-29T01:30Z", "1 EUR", text)) {
      assertThat(Quantity.compare(text, other).isKnown()).isFalse();
      assertThat(Quantity.compare(other, text).obstacle()).contains(" is ");
    }
  }

  @Test
  void values_of_two_kinds_do_not_compare() {
    List<String> kinds =
        List.of(
            "1", "2026-03-29", "01:30", "2026-03-29T01:30", "2026-03-29T01:30Z", "1 EUR", "1 USD");
    for (String left : kinds) {
      for (String right : kinds) {
        assertThat(Quantity.compare(left, right).isKnown()).isEqualTo(left.equals(right));
      }
    }
    assertThat(Quantity.compare(null, "1").isKnown()).isFalse();
    assertThat(Quantity.compare(List.of(1), "1").isKnown()).isFalse();
    assertThat(Quantity.compare(true, "1").isKnown()).isFalse();
  }

  @Test
  void moments_compare_as_instants_whatever_their_offset() {
    Random random = new Random(7);
    for (int i = 0; i < 300; i++) {
      Instant left = Instant.ofEpochSecond(random.nextInt());
      Instant right = left.plusSeconds(random.nextInt(3) - 1);
      String one = left.atOffset(ZoneOffset.ofHours(random.nextInt(24) - 12)).toString();
      String other = right.atOffset(ZoneOffset.ofHours(random.nextInt(24) - 12)).toString();
      assertThat(Integer.signum(Quantity.compare(one, other).sign()))
          .as(one + " and " + other)
          .isEqualTo(Integer.signum(left.compareTo(right)));
    }
  }

  @Test
  void numbers_are_exact_and_printed_within_a_bound() {
    Random random = new Random(11);
    for (int i = 0; i < 2_000; i++) {
      BigDecimal number =
          new BigDecimal(new BigInteger(random.nextInt(200), random), random.nextInt(8000) - 4000);
      assertThat(Decimals.of(number.toString())).hasValue(number);
      assertThat(new BigDecimal(Decimals.written(number))).isEqualByComparingTo(number);
      assertThat(Decimals.written(number).length()).isLessThan(250);
      assertThat(Expected.of(number.toString()).matches(number)).isTrue();
      assertThat(Expected.of(number.toString()).matches(number.add(number.ulp()))).isFalse();
    }
    for (String endless :
        List.of("1e999999999", "1e-999999999", "-7.5E+2147483646", "1e99999999999")) {
      assertThat(Decimals.of(endless)).isEmpty();
    }
    assertThat(Decimals.written(new BigDecimal("1e999999999"))).isEqualTo("1E+999999999");
    assertThat(Expected.of("2").matches(new BigDecimal("1e999999999"))).isFalse();
    assertThat(Expected.written(new BigDecimal("100.00"))).isEqualTo("100.00");
    assertThat(Expected.of("[9007199254740993]").matches(List.of(9007199254740992L))).isFalse();
    assertThat(Expected.of("[1.10]").matches(List.of(new BigDecimal("1.1")))).isTrue();
  }
}
