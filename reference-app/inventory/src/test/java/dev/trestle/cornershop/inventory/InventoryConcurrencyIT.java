package dev.trestle.cornershop.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trestle.cornershop.inventory.Reservation.Item;
import dev.trestle.cornershop.inventory.Reservation.Status;
import dev.trestle.cornershop.kit.Database;
import dev.trestle.cornershop.kit.Problem;
import dev.trestle.cornershop.kit.testing.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Many at once on a real PostgreSQL. */
class InventoryConcurrencyIT {
  // As many as there are connections: here they wait for rows, not for the pool.
  private static final int THREADS = 10;

  private final TestDatabase real = TestDatabase.create("inventory");
  private final Database database = Database.open(real.address());
  private final InventoryService service =
      new InventoryService(
          new InventoryRepository(database), Duration.ofMinutes(5), Clock.systemUTC());
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

  @AfterEach
  void close() {
    threads.shutdownNow();
    database.close();
    real.close();
  }

  private <T> List<T> together(Callable<T> work) throws Exception {
    CyclicBarrier start = new CyclicBarrier(THREADS);
    List<Future<T>> futures =
        IntStream.range(0, THREADS)
            .mapToObj(
                i ->
                    threads.submit(
                        () -> {
                          start.await();
                          return work.call();
                        }))
            .toList();
    List<T> results = new ArrayList<>();
    for (Future<T> future : futures) {
      results.add(future.get());
    }
    return results;
  }

  private static ReservationRequest.Valid request(Item... items) {
    return new ReservationRequest.Valid(
        java.util.UUID.randomUUID().toString(), List.of(items), null);
  }

  private boolean tryReserve(Item... items) {
    try {
      return service.reserve(request(items)).created();
    } catch (Problem e) {
      assertThat(e.slug()).isEqualTo("out-of-stock");
      return false;
    }
  }

  @Test
  void the_last_items_go_to_as_many_as_there_are() throws Exception {
    service.setOnHand("LAST", 5);

    List<Boolean> got = together(() -> tryReserve(new Item("LAST", 1)));

    assertThat(Collections.frequency(got, true)).isEqualTo(5);
    assertThat(service.stock("LAST").available()).isZero();
  }

  @Test
  void one_order_sent_many_times_at_once_holds_once() throws Exception {
    service.setOnHand("ONCE", 100);
    ReservationRequest.Valid same = request(new Item("ONCE", 2));

    List<InventoryService.Outcome> outcomes = together(() -> service.reserve(same));

    assertThat(outcomes.stream().filter(InventoryService.Outcome::created)).hasSize(1);
    assertThat(outcomes.stream().map(one -> one.reservation().id()).distinct()).hasSize(1);
    assertThat(service.stock("ONCE").reserved()).isEqualTo(2);
  }

  @Test
  void a_reservation_is_settled_once_however_many_try() throws Exception {
    service.setOnHand("RACE", 10);
    String id = service.reserve(request(new Item("RACE", 4))).reservation().id();
    Random random = new Random(1);

    together(() -> random.nextBoolean() ? ignoring(() -> service.commit(id)) : service.release(id));

    Status end = service.reservation(id).status();
    assertThat(end).isIn(Status.COMMITTED, Status.RELEASED, Status.RETURNED);
    Stock stock = service.stock("RACE");
    assertThat(stock.reserved()).isZero();
    assertThat(stock.onHand()).isEqualTo(end == Status.COMMITTED ? 6 : 10);
  }

  private static <T> T ignoring(Callable<T> work) throws Exception {
    try {
      return work.call();
    } catch (Problem e) {
      assertThat(e.slug()).isEqualTo("reservation-released");
      return null;
    }
  }

  @Test
  void baskets_in_any_order_neither_deadlock_nor_oversell() throws Exception {
    service.setOnHand("A", 30);
    service.setOnHand("B", 30);

    List<Integer> sold =
        together(
            () -> {
              int units = 0;
              for (int i = 0; i < 6; i++) {
                Item[] items =
                    i % 2 == 0
                        ? new Item[] {new Item("A", 1), new Item("B", 1)}
                        : new Item[] {new Item("B", 1), new Item("A", 1)};
                units += sellOrReturn(i, items);
              }
              return units;
            });

    int total = sold.stream().mapToInt(Integer::intValue).sum();
    for (String sku : List.of("A", "B")) {
      Stock stock = service.stock(sku);
      assertThat(stock.onHand()).isEqualTo(30 - total).isNotNegative();
      assertThat(stock.reserved()).isZero();
    }
  }

  private int sellOrReturn(int i, Item... items) {
    Reservation held;
    try {
      held = service.reserve(request(items)).reservation();
    } catch (Problem e) {
      assertThat(e.slug()).isEqualTo("out-of-stock");
      return 0;
    }
    if (i % 3 == 0) {
      service.release(held.id());
      return 0;
    }
    service.commit(held.id());
    return 1;
  }
}
