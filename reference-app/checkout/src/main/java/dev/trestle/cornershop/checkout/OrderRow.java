package dev.trestle.cornershop.checkout;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.trestle.cornershop.kit.Json;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Reads orders from their table. */
final class OrderRow {
  private static final String SELECT =
      """
      SELECT o.*,
          (SELECT result FROM saga_steps WHERE order_id = o.id AND step = 'AUTHORISE') payment_id,
          (SELECT result FROM saga_steps WHERE order_id = o.id AND step = 'RESERVE') reservation_id
      FROM orders o WHERE\s""";

  private OrderRow() {}

  static List<StoredOrder> select(Handle handle, String condition, Object... values) {
    return handle.select(SELECT + condition, values).map((row, context) -> stored(row)).list();
  }

  private static StoredOrder stored(ResultSet row) throws SQLException {
    return new StoredOrder(
        order(row),
        new StoredOrder.Customer(
            row.getString("owner"), row.getString("email"), row.getString("name")),
        row.getString("idempotency_key"),
        row.getString("fingerprint"),
        row.getString("traceparent"),
        row.getInt("attempts"));
  }

  private static Order order(ResultSet row) throws SQLException {
    return new Order(
        row.getString("id"),
        Order.Status.valueOf(row.getString("status")),
        row.getString("reason"),
        row.getBoolean("refunded"),
        row.getString("cart_id"),
        row.getString("country"),
        row.getString("coupon"),
        row.getString("currency"),
        row.getLong("total"),
        lines(row.getString("lines")),
        row.getString("payment_id"),
        row.getString("reservation_id"),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }

  private static List<OrderLine> lines(String json) {
    try {
      return List.of(Json.tolerant().readValue(json, OrderLine[].class));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
