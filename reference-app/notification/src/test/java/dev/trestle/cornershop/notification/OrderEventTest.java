package dev.trestle.cornershop.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trestle.cornershop.notification.OrderEvent.NotUnderstood;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderEventTest {
  private static final String GOOD =
      """
      {"eventId":"e","type":"order.cancelled","orderId":"o","email":"a@b.c","currency":"EUR",
       "total":1,"lines":[],"reason":"r","refunded":true,"new":"member"}
      """;

  @Test
  void an_event_is_read_and_what_is_new_in_it_is_left_out() {
    OrderEvent event = OrderEvent.parse(GOOD);

    assertThat(event.type()).isEqualTo(OrderEvent.Type.CANCELLED);
    assertThat(event.refunded()).isTrue();
    assertThat(event.name()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"eventId\":\"e\",           |                    | no 'eventId'",
        "\"email\":\"a@b.c\"          | \"email\":\" \"    | no 'email'",
        "order.cancelled              | order.lost         | 'order.lost' is not known",
        "\"total\":1                  | \"total\":\"much\" | not the JSON of an event",
        "\"lines\":[]                 | \"lines\":7        | not the JSON of an event"
      })
  void what_is_wrong_is_named(String good, String bad, String complaint) {
    String event = GOOD.replace(good, bad == null ? "" : bad);

    assertThatThrownBy(() -> OrderEvent.parse(event))
        .isInstanceOf(NotUnderstood.class)
        .hasMessageContaining(complaint);
  }

  @Test
  void what_is_no_event_at_all_is_not_understood() {
    for (String value : new String[] {"", "null", "{", "[]", "7", "{}"}) {
      assertThatThrownBy(() -> OrderEvent.parse(value)).isInstanceOf(NotUnderstood.class);
    }
    assertThatThrownBy(() -> OrderEvent.parse(null)).isInstanceOf(NotUnderstood.class);
  }
}
