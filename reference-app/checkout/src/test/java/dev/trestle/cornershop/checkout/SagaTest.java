package dev.trestle.cornershop.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.trestle.cornershop.kit.DependencyUnavailable;
import dev.trestle.cornershop.kit.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SagaTest {
  private static final Card CARD = new Card("4111111111111111", "12/48", "123");

  private final FakeOrders orders = new FakeOrders();
  private final FakePeers peers = new FakePeers();
  private final AtomicInteger relayWakes = new AtomicInteger();
  private final AtomicInteger recoveryWakes = new AtomicInteger();
  private final Aftermath aftermath =
      new Aftermath(orders, peers.peers(), relayWakes::incrementAndGet);
  private final Saga saga =
      new Saga(
          orders,
          peers.peers(),
          aftermath,
          relayWakes::incrementAndGet,
          recoveryWakes::incrementAndGet);
  private final Recovery recovery = new Recovery(orders, aftermath);

  private static Problem down() {
    return new DependencyUnavailable("inventory", "is down", null);
  }

  private StoredOrder stored(@Nullable String coupon, long total) {
    Order order =
        new Order(
            "o-1",
            Order.Status.PENDING,
            null,
            false,
            "cart",
            "DE",
            coupon,
            "EUR",
            total,
            List.of(new OrderLine("BEANS", "Beans", 2, total)),
            null,
            null,
            Instant.EPOCH);
    StoredOrder stored =
        new StoredOrder(
            order,
            new StoredOrder.Customer("ada", "ada@example.com", "Ada"),
            null,
            "f",
            "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
            0);
    orders.insert(stored);
    return stored;
  }

  private Problem fails(StoredOrder order) {
    return catchThrowableOfType(Problem.class, () -> saga.run(order, CARD));
  }

  private Order now() {
    return orders.byId("o-1").orElseThrow().order();
  }

  @Test
  void an_order_goes_through_all_steps_and_is_announced() {
    Order order = saga.run(stored("SAVE", 100), CARD);

    assertThat(order.status()).isEqualTo(Order.Status.CONFIRMED);
    assertThat(peers.asked)
        .containsExactly("reserve", "authorise", "capture", "commit", "redeem", "close");
    assertThat(orders.states().values()).containsOnly("DONE").hasSize(5);
    assertThat(orders.outbox).extracting(OrderEvent::type).containsExactly("order.confirmed");
    assertThat(orders.isOpen()).isFalse();
    assertThat(relayWakes).hasValue(1);
  }

  @Test
  void what_was_begun_is_undone_in_reverse() {
    peers.fail("redeem", Problem.conflict("coupon-exhausted", "t", "d"));

    Problem answer = fails(stored("SAVE", 100));

    assertThat(answer.slug()).isEqualTo("order-cancelled");
    assertThat(answer.members())
        .containsEntry("orderId", "o-1")
        .containsEntry("reason", "coupon-exhausted");
    assertThat(peers.asked.subList(5, peers.asked.size()))
        .containsExactly("unredeem", "release", "giveBack", "giveBack", "release");
    assertThat(orders.states().values()).containsOnly("UNDONE");
    assertThat(orders.outbox)
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.type()).isEqualTo("order.cancelled");
              assertThat(event.refunded()).isTrue();
              assertThat(event.reason()).isEqualTo("coupon-exhausted");
            });
  }

  @Test
  void a_refusal_before_payment_is_the_shoppers_answer() {
    peers.fail("authorise", new Problem(402, "card-declined", "t", "d"));

    Problem answer = fails(stored(null, 100));

    assertThat(answer.status()).isEqualTo(402);
    assertThat(answer.members()).containsEntry("orderId", "o-1");
    assertThat(orders.outbox).singleElement().extracting(OrderEvent::refunded).isEqualTo(false);
  }

  @Test
  void a_step_without_an_answer_is_undone_too() {
    peers.fail("reserve", down());

    Problem answer = fails(stored(null, 100));

    assertThat(answer).isInstanceOf(DependencyUnavailable.class);
    assertThat(answer.members())
        .containsEntry("dependency", "inventory")
        .containsEntry("orderId", "o-1");
    assertThat(peers.asked).containsExactly("reserve", "release");
    assertThat(now().reason()).isEqualTo("inventory-unavailable");
  }

  @Test
  void money_that_cannot_go_back_yet_is_not_announced_and_goes_back_later() {
    peers.fail("commit", Problem.conflict("reservation-expired", "t", "d"));
    peers.fail("giveBack", new DependencyUnavailable("payment", "is down", null));
    fails(stored(null, 100));
    assertThat(orders.outbox).isEmpty();
    assertThat(now().status()).isEqualTo(Order.Status.CANCELLED);
    assertThat(recoveryWakes).hasValue(1);

    peers.recover();
    peers.asked.add("capture");
    recovery.round();

    assertThat(orders.isOpen()).isFalse();
    assertThat(orders.outbox).singleElement().extracting(OrderEvent::refunded).isEqualTo(true);
    assertThat(peers.asked).doesNotContain("release");
  }

  @Test
  void stock_that_cannot_come_back_yet_does_not_keep_the_shopper_waiting() {
    peers.fail("commit", down());
    peers.fail("release", down());
    fails(stored(null, 100));

    assertThat(orders.outbox).hasSize(1);
    assertThat(orders.isOpen()).isTrue();
    peers.recover();
    recovery.round();

    assertThat(peers.asked).containsExactly("release", "release");
    assertThat(orders.outbox).hasSize(1);
    assertThat(orders.isOpen()).isFalse();
  }

  @Test
  void an_order_that_a_crash_left_behind_is_cancelled_and_undone() {
    StoredOrder order = stored(null, 100);
    orders.begin(order.id(), Step.RESERVE);
    orders.done(order.id(), Step.RESERVE, "reservation");
    orders.begin(order.id(), Step.AUTHORISE);

    assertThat(recovery.round()).isPositive();

    assertThat(now().status()).isEqualTo(Order.Status.CANCELLED);
    assertThat(now().reason()).isEqualTo("interrupted");
    assertThat(peers.asked).containsExactly("giveBack", "release");
    assertThat(orders.isOpen()).isFalse();
  }

  @Test
  void a_cart_that_cannot_be_closed_does_not_harm_the_order() {
    peers.fail("close", new DependencyUnavailable("cart", "is down", null));

    assertThat(saga.run(stored(null, 100), CARD).status()).isEqualTo(Order.Status.CONFIRMED);
    assertThat(orders.isOpen()).isTrue();
    assertThat(orders.pauses).containsExactly(Duration.ofMillis(250));
    peers.recover();
    recovery.round();

    assertThat(peers.asked).containsExactly("close");
    assertThat(orders.isOpen()).isFalse();
  }

  @Test
  void an_order_that_was_cancelled_meanwhile_goes_no_further() {
    StoredOrder order = stored(null, 100);
    orders.cancel(order.id(), "interrupted");

    assertThat(fails(order).slug()).isEqualTo("order-cancelled");
    assertThat(peers.asked).isEmpty();
  }

  @Test
  void nothing_is_charged_for_nothing() {
    saga.run(stored(null, 0), CARD);

    assertThat(peers.asked).containsExactly("reserve", "commit", "close");
  }
}
