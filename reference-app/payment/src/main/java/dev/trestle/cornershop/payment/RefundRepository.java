package dev.trestle.cornershop.payment;

import dev.trestle.cornershop.kit.Database;
import dev.trestle.cornershop.payment.Refund.Status;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Refunds in PostgreSQL. */
final class RefundRepository implements RefundService.Refunds {
  private final Database database;

  RefundRepository(Database database) {
    this.database = database;
  }

  @Override
  public Optional<Refund> byKeyOfPayment(String paymentId, String key) {
    return database.query(
        handle ->
            handle
                .select(
                    """
                    SELECT id, payment_id, amount, status, requested FROM refunds
                    WHERE payment_id = ? AND idempotency_key = ?
                    """,
                    paymentId,
                    key)
                .map((row, context) -> refund(row))
                .findOne());
  }

  @Override
  public boolean open(Refund refund, String key) {
    return database.transaction(
        handle -> {
          int claimed =
              handle.execute(
                  """
                  UPDATE payments SET refund_claimed = refund_claimed + ?
                  WHERE id = ? AND refund_claimed + ? <= captured
                  """,
                  refund.amount(),
                  refund.paymentId(),
                  refund.amount());
          if (claimed == 1) {
            handle.execute(
                """
                INSERT INTO refunds (id, payment_id, idempotency_key, requested, amount, status)
                VALUES (?, ?, ?, ?, ?, ?)
                """,
                refund.id(),
                refund.paymentId(),
                key,
                refund.requested(),
                refund.amount(),
                refund.status().name());
          }
          return claimed == 1;
        });
  }

  @Override
  public void complete(Refund refund) {
    database.transaction(
        handle -> {
          int changed =
              handle.execute(
                  "UPDATE refunds SET status = 'REFUNDED' WHERE id = ? AND status = 'PENDING'",
                  refund.id());
          return handle.execute(
              """
              UPDATE payments SET refunded = refunded + ?,
                  status = CASE WHEN refunded + ? = captured THEN 'REFUNDED' ELSE status END
              WHERE id = ? AND ? = 1
              """,
              refund.amount(),
              refund.amount(),
              refund.paymentId(),
              changed);
        });
  }

  @Override
  public void drop(Refund refund) {
    database.transaction(
        handle -> {
          int dropped =
              handle.execute(
                  "DELETE FROM refunds WHERE id = ? AND status = 'PENDING'", refund.id());
          return handle.execute(
              "UPDATE payments SET refund_claimed = refund_claimed - ? WHERE id = ? AND ? = 1",
              refund.amount(),
              refund.paymentId(),
              dropped);
        });
  }

  @Override
  public long left(String paymentId) {
    return database.query(
        handle ->
            handle
                .select("SELECT captured - refund_claimed FROM payments WHERE id = ?", paymentId)
                .mapTo(Long.class)
                .one());
  }

  private static Refund refund(ResultSet row) throws SQLException {
    return new Refund(
        row.getString("id"),
        row.getString("payment_id"),
        row.getLong("amount"),
        Status.valueOf(row.getString("status")),
        row.getObject("requested", Long.class));
  }
}
