package dev.trestle.cornershop.notification;

import dev.trestle.cornershop.kit.Database;
import dev.trestle.cornershop.notification.Mailer.Pending;
import dev.trestle.cornershop.notification.Mailer.PutOff;
import dev.trestle.cornershop.notification.Mailer.Refused;
import dev.trestle.cornershop.notification.Mailer.Sent;
import dev.trestle.cornershop.notification.Mailer.Verdict;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** The inbox in PostgreSQL. */
final class NotificationRepository
    implements NotificationService.Inbox, Mailer.Waiting, NotificationRoutes.Notifications {
  private final Database database;

  NotificationRepository(Database database) {
    this.database = database;
  }

  @Override
  public boolean add(OrderEvent event, String payload, String traceparent) {
    return database.query(
            handle ->
                handle.execute(
                    """
                    INSERT INTO inbox (event_id, order_id, type, recipient, payload, traceparent)
                    VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (event_id) DO NOTHING
                    """,
                    event.eventId(),
                    event.orderId(),
                    event.type().text(),
                    event.email(),
                    payload,
                    traceparent))
        == 1;
  }

  @Override
  public boolean next(Function<Pending, Verdict> work) {
    return database.transaction(
        handle -> {
          Optional<Row> next = lockNext(handle);
          next.ifPresent(row -> store(handle, row.eventId(), work.apply(row.pending())));
          return next.isPresent();
        });
  }

  private static Optional<Row> lockNext(Handle handle) {
    return handle
        .select(
            """
            SELECT event_id, order_id, payload, traceparent, refusals FROM inbox
            WHERE status = 'PENDING' AND due_at <= now()
            ORDER BY due_at, position LIMIT 1 FOR UPDATE SKIP LOCKED
            """)
        .map(
            (row, context) ->
                new Row(
                    row.getString("event_id"),
                    new Pending(
                        row.getString("order_id"),
                        row.getString("payload"),
                        row.getString("traceparent"),
                        row.getInt("refusals"))))
        .findFirst();
  }

  private static void store(Handle handle, String eventId, Verdict verdict) {
    if (verdict instanceof Sent) {
      handle.execute(
          "UPDATE inbox SET status = 'SENT', sent_at = now() WHERE event_id = ?", eventId);
    } else if (verdict instanceof Refused) {
      handle.execute("UPDATE inbox SET status = 'FAILED' WHERE event_id = ?", eventId);
    } else if (verdict instanceof PutOff) {
      handle.execute(
          """
          UPDATE inbox SET refusals = refusals + 1,
              due_at = now() + power(2, refusals) * interval '1 second' WHERE event_id = ?
          """,
          eventId);
    }
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
                        FROM inbox WHERE status = 'PENDING'
                        """)
                    .mapTo(Long.class)
                    .findOne());
    // A mail that another instance is sending is due and cannot be taken.
    return Duration.ofMillis(
        Math.max(100, Math.min(most.toMillis(), millis.orElse(Long.MAX_VALUE))));
  }

  @Override
  public List<Notification> ofOrder(String orderId) {
    return database.query(
        handle ->
            handle
                .select(
                    """
                    SELECT order_id, event_id, type, recipient, status, sent_at FROM inbox
                    WHERE order_id = ? ORDER BY position
                    """,
                    orderId)
                .map(
                    (row, context) -> {
                      OffsetDateTime sentAt = row.getObject("sent_at", OffsetDateTime.class);
                      return new Notification(
                          row.getString("order_id"),
                          row.getString("event_id"),
                          row.getString("type"),
                          row.getString("recipient"),
                          Notification.Status.valueOf(row.getString("status")),
                          sentAt == null ? null : sentAt.toInstant());
                    })
                .list());
  }

  private record Row(String eventId, Pending pending) {}
}
