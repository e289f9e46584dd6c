package dev.trestle.cornershop.checkout;

import dev.trestle.cornershop.kit.Database;
import dev.trestle.cornershop.kit.Json;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Orders in PostgreSQL. */
final class OrderRepository implements Orders {
  private final Database database;

  OrderRepository(Database database) {
    this.database = database;
  }

  @Override
  public Optional<StoredOrder> byId(String id) {
    return find("o.id = ?", id).stream().findFirst();
  }

  @Override
  public List<Order> ofOwner(String owner) {
    return find("o.owner = ? ORDER BY o.created_at DESC, o.id", owner).stream()
        .map(StoredOrder::order)
        .toList();
  }

  @Override
  public Optional<StoredOrder> byKey(String owner, String key) {
    return find("o.owner = ? AND o.idempotency_key = ?", owner, key).stream().findFirst();
  }

  @Override
  public boolean insert(StoredOrder stored) {
    Order order = stored.order();
    return update(
        """
        INSERT INTO orders (id, owner, email, name, cart_id, country, coupon, currency, total,
            lines, status, idempotency_key, fingerprint, traceparent, due_at, created_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'PENDING', ?, ?, ?,
            now() + interval '15 seconds', ?)
        ON CONFLICT DO NOTHING
        """,
        order.id(),
        stored.customer().id(),
        stored.customer().email(),
        stored.customer().name(),
        order.cartId(),
        order.country(),
        order.coupon(),
        order.currency(),
        order.total(),
        Json.write(order.lines()),
        stored.key(),
        stored.fingerprint(),
        stored.traceparent(),
        order.createdAt().atOffset(ZoneOffset.UTC));
  }

  @Override
  public boolean begin(String id, Step step) {
    return update(
        """
        WITH pending AS (
            UPDATE orders SET due_at = now() + interval '15 seconds'
            WHERE id = ? AND status = 'PENDING' RETURNING id)
        INSERT INTO saga_steps (order_id, step, position, state)
        SELECT id, ?, ?, 'STARTED' FROM pending
        """,
        id,
        step.name(),
        step.position());
  }

  @Override
  public void done(String id, Step step, @Nullable String result) {
    update(
        """
        UPDATE saga_steps SET state = 'DONE', result = ?
        WHERE order_id = ? AND step = ? AND state = 'STARTED'
        """,
        result,
        id,
        step.name());
  }

  @Override
  public boolean confirm(String id, OrderEvent event) {
    return database.transaction(
        handle -> {
          int confirmed =
              handle.execute(
                  """
                  UPDATE orders SET status = 'CONFIRMED', due_at = now() + interval '15 seconds'
                  WHERE id = ? AND status = 'PENDING'
                  """,
                  id);
          return confirmed == 1 && publish(handle, event);
        });
  }

  @Override
  public boolean cancel(String id, String reason) {
    return update(
        """
        UPDATE orders SET status = 'CANCELLED', reason = ?, due_at = now() + interval '30 seconds'
        WHERE id = ? AND status = 'PENDING'
        """,
        reason,
        id);
  }

  @Override
  public List<Step> openSteps(String id) {
    return database.query(
        handle ->
            handle
                .select(
                    """
                    SELECT step FROM saga_steps WHERE order_id = ? AND state <> 'UNDONE'
                    ORDER BY position DESC
                    """,
                    id)
                .map((row, context) -> Step.valueOf(row.getString("step")))
                .list());
  }

  @Override
  public void undone(String id, Step step) {
    update(
        "UPDATE saga_steps SET state = 'UNDONE' WHERE order_id = ? AND step = ?", id, step.name());
  }

  @Override
  public void refunded(String id) {
    update("UPDATE orders SET refunded = true WHERE id = ?", id);
  }

  @Override
  public boolean tell(String id, OrderEvent event) {
    return database.transaction(
        handle ->
            handle.execute("UPDATE orders SET told = true WHERE id = ? AND NOT told", id) == 1
                && publish(handle, event));
  }

  @Override
  public void finish(String id) {
    update("UPDATE orders SET open = false WHERE id = ?", id);
  }

  @Override
  public void later(String id, Duration pause) {
    update(
        """
        UPDATE orders SET attempts = attempts + 1, due_at = now() + ? * interval '1 millisecond'
        WHERE id = ?
        """,
        pause.toMillis(),
        id);
  }

  @Override
  public Optional<StoredOrder> claimDue() {
    return database.transaction(
        handle -> {
          Optional<StoredOrder> due =
              OrderRow.select(
                      handle,
                      "o.open AND o.due_at <= now() ORDER BY o.due_at LIMIT 1"
                          + " FOR UPDATE SKIP LOCKED")
                  .stream()
                  .findFirst();
          due.ifPresent(
              order ->
                  handle.execute(
                      "UPDATE orders SET due_at = now() + interval '60 seconds' WHERE id = ?",
                      order.id()));
          return due;
        });
  }

  @Override
  public Duration untilDue(Duration most) {
    Optional<Long> millis =
        database.query(
            handle ->
                handle
                    .select(
                        """
                        SELECT ceil(extract(epoch FROM min(due_at) - now()) * 1000)::bigint
                        FROM orders WHERE open
                        """)
                    .mapTo(Long.class)
                    .findOne());
    // An order that another instance is working on is due and cannot be claimed.
    return Duration.ofMillis(
        Math.max(100, Math.min(most.toMillis(), millis.orElse(Long.MAX_VALUE))));
  }

  // The event and the order's new status are one transaction: neither exists without the other.
  private static boolean publish(Handle handle, OrderEvent event) {
    return handle.execute(
            """
            INSERT INTO outbox (order_id, payload, traceparent)
            SELECT id, ?, traceparent FROM orders WHERE id = ?
            """,
            Json.write(event),
            event.orderId())
        == 1;
  }

  private boolean update(String sql, @Nullable Object... values) {
    return database.query(handle -> handle.execute(sql, values)) == 1;
  }

  private List<StoredOrder> find(String condition, Object... values) {
    return database.query(handle -> OrderRow.select(handle, condition, values));
  }
}
