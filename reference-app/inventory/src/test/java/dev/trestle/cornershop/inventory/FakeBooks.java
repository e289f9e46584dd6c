package dev.trestle.cornershop.inventory;

import dev.trestle.cornershop.inventory.Reservation.Status;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Books in memory that go back to what they were when the work throws. */
final class FakeBooks implements Books, InventoryService.Stockroom {
  private SortedMap<String, Stock> stock = new TreeMap<>();
  private Map<String, Reservation> reservations = new LinkedHashMap<>();

  @Override
  public <T> T inTransaction(Function<Books, T> work) {
    SortedMap<String, Stock> stockBefore = new TreeMap<>(stock);
    Map<String, Reservation> reservationsBefore = new LinkedHashMap<>(reservations);
    boolean done = false;
    try {
      T result = work.apply(this);
      done = true;
      return result;
    } finally {
      if (!done) {
        stock = stockBefore;
        reservations = reservationsBefore;
      }
    }
  }

  @Override
  public void open(String sku) {
    stock.putIfAbsent(sku, new Stock(sku, 0, 0));
  }

  @Override
  public SortedMap<String, Stock> lockStock(Set<String> skus) {
    SortedMap<String, Stock> found = new TreeMap<>(stock);
    found.keySet().retainAll(skus);
    return found;
  }

  @Override
  public Optional<Stock> stock(String sku) {
    return Optional.ofNullable(stock.get(sku));
  }

  @Override
  public void save(Collection<Stock> changed) {
    changed.forEach(one -> stock.put(one.sku(), one));
  }

  @Override
  public boolean insert(Reservation reservation) {
    return reservationOfOrder(reservation.orderId()).isEmpty()
        && reservations.put(reservation.id(), reservation) == null;
  }

  @Override
  public void insertItems(Reservation reservation) {
    reservations.put(reservation.id(), reservation);
  }

  @Override
  public Optional<Reservation> lockReservation(String id) {
    return Optional.ofNullable(reservations.get(id));
  }

  @Override
  public Optional<Reservation> reservationOfOrder(String orderId) {
    return reservations.values().stream().filter(one -> one.orderId().equals(orderId)).findFirst();
  }

  @Override
  public List<Reservation> lockOverdue(Instant now, Set<String> skus) {
    return reservations.values().stream()
        .filter(one -> one.status() == Status.HELD && one.overdueAt(now))
        .filter(
            one ->
                skus.isEmpty() || one.items().stream().anyMatch(item -> skus.contains(item.sku())))
        .toList();
  }

  @Override
  public void saveStatus(Reservation reservation) {
    reservations.put(reservation.id(), reservation);
  }
}
