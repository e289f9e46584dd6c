package dev.trestle.cornershop.inventory;

import dev.trestle.cornershop.inventory.Reservation.Item;
import dev.trestle.cornershop.inventory.Reservation.Status;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The books in one transaction of PostgreSQL. */
final class SqlBooks implements Books {
  private static final String RESERVATION =
      "SELECT id, order_id, status, expires_at FROM reservations WHERE ";
  private static final int MOST_AT_ONCE = 100;

  private final Handle handle;

  SqlBooks(Handle handle) {
    this.handle = handle;
  }

  @Override
  public void open(String sku) {
    handle.execute("INSERT INTO stock (sku) VALUES (?) ON CONFLICT DO NOTHING", sku);
  }

  @Override
  public SortedMap<String, Stock> lockStock(Set<String> skus) {
    SortedMap<String, Stock> found = new TreeMap<>();
    handle
        .createQuery(
            """
            SELECT sku, on_hand, reserved FROM stock
            WHERE sku = ANY(:skus) ORDER BY sku FOR UPDATE
            """)
        .bindArray("skus", String.class, List.copyOf(skus))
        .map((row, context) -> stock(row))
        .forEach(stock -> found.put(stock.sku(), stock));
    return found;
  }

  @Override
  public Optional<Stock> stock(String sku) {
    return handle
        .createQuery("SELECT sku, on_hand, reserved FROM stock WHERE sku = :sku")
        .bind("sku", sku)
        .map((row, context) -> stock(row))
        .findOne();
  }

  @Override
  public void save(Collection<Stock> stock) {
    PreparedBatch batch =
        handle.prepareBatch(
            "UPDATE stock SET on_hand = :onHand, reserved = :reserved WHERE sku = :sku");
    for (Stock one : stock) {
      batch
          .bind("sku", one.sku())
          .bind("onHand", one.onHand())
          .bind("reserved", one.reserved())
          .add();
    }
    batch.execute();
  }

  @Override
  public boolean insert(Reservation reservation) {
    return handle
            .createUpdate(
                """
                INSERT INTO reservations (id, order_id, status, expires_at)
                VALUES (:id, :orderId, :status, :expiresAt)
                ON CONFLICT (order_id) DO NOTHING
                """)
            .bind("id", reservation.id())
            .bind("orderId", reservation.orderId())
            .bind("status", reservation.status().name())
            .bind("expiresAt", time(reservation.expiresAt()))
            .execute()
        == 1;
  }

  @Override
  public void insertItems(Reservation reservation) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            INSERT INTO reservation_items (reservation_id, sku, quantity)
            VALUES (:id, :sku, :quantity)
            """);
    for (Item item : reservation.items()) {
      batch
          .bind("id", reservation.id())
          .bind("sku", item.sku())
          .bind("quantity", item.quantity())
          .add();
    }
    batch.execute();
  }

  @Override
  public Optional<Reservation> lockReservation(String id) {
    return handle
        .createQuery(RESERVATION + "id = :id FOR UPDATE")
        .bind("id", id)
        .map((row, context) -> reservation(row))
        .findOne()
        .map(this::withItems);
  }

  @Override
  public Optional<Reservation> reservationOfOrder(String orderId) {
    return handle
        .createQuery(RESERVATION + "order_id = :orderId")
        .bind("orderId", orderId)
        .map((row, context) -> reservation(row))
        .findOne()
        .map(this::withItems);
  }

  @Override
  public List<Reservation> lockOverdue(Instant now, Set<String> skus) {
    return handle
        .createQuery(
            RESERVATION
                + """
                status = 'HELD' AND expires_at <= :now
                AND (:any OR id IN
                    (SELECT reservation_id FROM reservation_items WHERE sku = ANY(:skus)))
                ORDER BY expires_at LIMIT :most FOR UPDATE SKIP LOCKED
                """)
        .bind("now", time(now))
        .bind("any", skus.isEmpty())
        .bind("most", MOST_AT_ONCE)
        .bindArray("skus", String.class, List.copyOf(skus))
        .map((row, context) -> reservation(row))
        .list()
        .stream()
        .map(this::withItems)
        .toList();
  }

  @Override
  public void saveStatus(Reservation reservation) {
    handle.execute(
        "UPDATE reservations SET status = ? WHERE id = ?",
        reservation.status().name(),
        reservation.id());
  }

  private Reservation withItems(Reservation bare) {
    List<Item> items =
        handle
            .createQuery(
                """
                SELECT sku, quantity FROM reservation_items
                WHERE reservation_id = :id ORDER BY sku
                """)
            .bind("id", bare.id())
            .map((row, context) -> new Item(row.getString("sku"), row.getInt("quantity")))
            .list();
    return new Reservation(bare.id(), bare.orderId(), bare.status(), bare.expiresAt(), items);
  }

  private static Stock stock(ResultSet row) throws SQLException {
    return new Stock(row.getString("sku"), row.getInt("on_hand"), row.getInt("reserved"));
  }

  private static Reservation reservation(ResultSet row) throws SQLException {
    return new Reservation(
        row.getString("id"),
        row.getString("order_id"),
        Status.valueOf(row.getString("status")),
        row.getObject("expires_at", OffsetDateTime.class).toInstant(),
        List.of());
  }

  private static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
