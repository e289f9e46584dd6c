package dev.trestle.cornershop.checkout;

import dev.trestle.cornershop.kit.Database;
import java.util.List;

/** Events in PostgreSQL that wait to be published. */
final class OutboxRepository implements OutboxRelay.Outbox {
  private static final int MOST_AT_ONCE = 100;

  private final Database database;

  OutboxRepository(Database database) {
    this.database = database;
  }

  @Override
  public int publish(OutboxRelay.Publisher publisher) {
    return database.transaction(
        handle -> {
          List<OutboxRelay.Entry> waiting =
              handle
                  .select(
                      """
                      SELECT id, order_id, payload, traceparent FROM outbox
                      WHERE published_at IS NULL ORDER BY id LIMIT ? FOR UPDATE SKIP LOCKED
                      """,
                      MOST_AT_ONCE)
                  .map(
                      (row, context) ->
                          new OutboxRelay.Entry(
                              row.getLong("id"),
                              row.getString("order_id"),
                              row.getString("payload"),
                              row.getString("traceparent")))
                  .list();
          if (!waiting.isEmpty()) {
            publisher.publish(waiting);
            handle
                .createUpdate("UPDATE outbox SET published_at = now() WHERE id = ANY(:ids)")
                .bindArray("ids", Long.class, waiting.stream().map(OutboxRelay.Entry::id).toList())
                .execute();
          }
          return waiting.size();
        });
  }
}
