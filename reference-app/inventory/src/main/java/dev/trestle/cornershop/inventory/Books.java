package dev.trestle.cornershop.inventory;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/**
 * Stock and reservations inside one transaction. Whoever locks both locks reservations first, then
 * stock in the order of the products' names, so that no two transactions wait for each other.
 */
interface Books {
  /** Makes sure that there is a row for the product. */
  void open(String sku);

  /** Locks the products' stock; unknown products are missing from the answer. */
  SortedMap<String, Stock> lockStock(Set<String> skus);

  /** Reads the product's stock without locking it. */
  Optional<Stock> stock(String sku);

  /** Writes back stock that is locked. */
  void save(Collection<Stock> stock);

  /** Stores a new reservation without items; false when its order has one. */
  boolean insert(Reservation reservation);

  /** Stores the items of a reservation whose products are known to exist. */
  void insertItems(Reservation reservation);

  /** Locks a reservation. */
  Optional<Reservation> lockReservation(String id);

  /** The order's reservation. */
  Optional<Reservation> reservationOfOrder(String orderId);

  /**
   * Locks held reservations whose time is over, leaving out those that another transaction holds.
   *
   * @param skus the products that they must contain; any when empty
   */
  List<Reservation> lockOverdue(Instant now, Set<String> skus);

  /** Writes back the status of a locked reservation. */
  void saveStatus(Reservation reservation);
}
