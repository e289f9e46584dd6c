package dev.trestle.cornershop.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trestle.cornershop.inventory.Reservation.Item;
import dev.trestle.cornershop.inventory.Reservation.Status;
import dev.trestle.cornershop.kit.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class InventoryServiceTest {
  private final SetClock clock = new SetClock();
  private final InventoryService service =
      new InventoryService(new FakeBooks(), Duration.ofMinutes(5), clock);

  private Reservation reserve(String order, @Nullable Integer ttl, Item... items) {
    return service.reserve(new ReservationRequest.Valid(order, List.of(items), ttl)).reservation();
  }

  private Reservation reserve(String order, Item... items) {
    return reserve(order, null, items);
  }

  private void assertStock(String sku, int onHand, int reserved) {
    assertThat(service.stock(sku)).isEqualTo(new Stock(sku, onHand, reserved));
  }

  @Test
  void a_reservation_holds_and_a_commit_sells() {
    service.setOnHand("TEA", 5);
    Reservation held = reserve("o", new Item("TEA", 2));
    assertStock("TEA", 5, 2);

    service.commit(held.id());

    assertStock("TEA", 3, 0);
  }

  @Test
  void nothing_is_held_when_one_product_is_short() {
    service.setOnHand("TEA", 5);
    service.setOnHand("MILK", 1);

    assertThatThrownBy(() -> reserve("o", new Item("TEA", 2), new Item("MILK", 2)))
        .isInstanceOfSatisfying(
            Problem.class,
            problem ->
                assertThat(problem.members())
                    .containsEntry("sku", "MILK")
                    .containsEntry("requested", 2)
                    .containsEntry("available", 1));
    assertStock("TEA", 5, 0);
    service.setOnHand("MILK", 2);
    assertThat(reserve("o", new Item("MILK", 2)).status()).isEqualTo(Status.HELD);
  }

  @Test
  void an_overdue_reservation_is_free_for_others_exactly_at_its_time() {
    service.setOnHand("TEA", 1);
    Reservation held = reserve("o", 60, new Item("TEA", 1));

    clock.now = held.expiresAt().minusMillis(1);
    assertStock("TEA", 1, 1);
    clock.now = held.expiresAt();
    assertStock("TEA", 1, 0);

    assertThat(service.reservation(held.id()).status()).isEqualTo(Status.EXPIRED);
    assertThatThrownBy(() -> service.commit(held.id()))
        .isInstanceOfSatisfying(
            Problem.class, e -> assertThat(e.slug()).isEqualTo("reservation-expired"));
  }

  @Test
  void an_overdue_reservation_that_nobody_swept_is_not_committed() {
    service.setOnHand("TEA", 1);
    Reservation held = reserve("o", new Item("TEA", 1));
    clock.now = held.expiresAt();

    assertThatThrownBy(() -> service.commit(held.id())).isInstanceOf(Problem.class);

    assertStock("TEA", 1, 0);
  }

  @Test
  void the_sweep_frees_everything_that_is_overdue() {
    service.setOnHand("TEA", 2);
    service.setOnHand("MILK", 2);
    Reservation tea = reserve("o-1", new Item("TEA", 1));
    Reservation milk = reserve("o-2", 3600, new Item("MILK", 1));
    clock.now = tea.expiresAt();

    service.expireOverdue();

    assertThat(service.reservation(tea.id()).status()).isEqualTo(Status.EXPIRED);
    assertThat(service.reservation(milk.id()).status()).isEqualTo(Status.HELD);
  }

  @Test
  void a_released_order_stays_released_when_it_is_reserved_again() {
    service.setOnHand("TEA", 1);
    Reservation held = reserve("o", new Item("TEA", 1));
    service.release(held.id());

    assertThat(reserve("o", new Item("TEA", 1)).status()).isEqualTo(Status.RELEASED);
    assertStock("TEA", 1, 0);
  }

  private static final class SetClock extends Clock {
    private Instant now = Instant.parse("2030-01-01T00:00:00Z");

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
