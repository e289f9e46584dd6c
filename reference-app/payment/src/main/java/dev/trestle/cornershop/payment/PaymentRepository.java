package dev.trestle.cornershop.payment;

import dev.trestle.cornershop.kit.Database;
import dev.trestle.cornershop.payment.Payment.Status;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Payments in PostgreSQL. */
final class PaymentRepository implements Ledger {
  private static final String PAYMENT =
      """
      SELECT id, order_id, amount, currency, status, card, captured, refunded, reason,
             customer_id, fingerprint, acquirer_id, capture_requested
      FROM payments WHERE\s""";

  private final Database database;

  PaymentRepository(Database database) {
    this.database = database;
  }

  @Override
  public boolean open(StoredPayment stored, String requestedBy, String key) {
    Payment payment = stored.payment();
    return update(
        """
        INSERT INTO payments (id, requested_by, idempotency_key, fingerprint, order_id,
                              customer_id, amount, currency, card, status)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (requested_by, idempotency_key) DO NOTHING
        """,
        payment.id(),
        requestedBy,
        key,
        stored.fingerprint(),
        payment.orderId(),
        stored.customerId(),
        payment.amount(),
        payment.currency(),
        payment.card(),
        payment.status().name());
  }

  @Override
  public Optional<StoredPayment> byKey(String requestedBy, String key) {
    return find("requested_by = ? AND idempotency_key = ?", requestedBy, key).stream().findFirst();
  }

  @Override
  public Optional<StoredPayment> byId(String id) {
    return find("id = ?", id).stream().findFirst();
  }

  @Override
  public List<StoredPayment> ofOrder(String orderId) {
    return find("order_id = ? ORDER BY created_at", orderId);
  }

  @Override
  public boolean claim(String id) {
    return update(
        """
        UPDATE payments SET claimed_until = now() + interval '30 seconds'
        WHERE id = ? AND status = 'PENDING' AND (claimed_until IS NULL OR claimed_until < now())
        """,
        id);
  }

  @Override
  public void unclaim(String id) {
    update("UPDATE payments SET claimed_until = NULL WHERE id = ?", id);
  }

  @Override
  public boolean decide(
      String id, Status status, @Nullable String acquirerId, @Nullable String reason) {
    return update(
            """
            UPDATE payments SET status = ?, acquirer_id = ?, reason = ?, claimed_until = NULL
            WHERE id = ? AND status = 'PENDING'
            """,
            status.name(),
            acquirerId,
            reason,
            id)
        || !update("UPDATE payments SET acquirer_id = ? WHERE id = ?", acquirerId, id);
  }

  @Override
  public void requestCapture(String id) {
    update("UPDATE payments SET capture_requested = true WHERE id = ?", id);
  }

  @Override
  public void captured(String id) {
    update(
        """
        UPDATE payments SET status = 'CAPTURED', captured = amount
        WHERE id = ? AND status = 'AUTHORISED'
        """,
        id);
  }

  @Override
  public boolean voided(String id, Status from) {
    return update(
        "UPDATE payments SET status = 'VOIDED' WHERE id = ? AND status = ?", id, from.name());
  }

  private boolean update(String sql, @Nullable Object... values) {
    return database.query(handle -> handle.execute(sql, values)) == 1;
  }

  private List<StoredPayment> find(String condition, Object... values) {
    return database.query(
        handle ->
            handle.select(PAYMENT + condition, values).map((row, context) -> stored(row)).list());
  }

  private static StoredPayment stored(ResultSet row) throws SQLException {
    Payment payment =
        new Payment(
            row.getString("id"),
            row.getString("order_id"),
            row.getLong("amount"),
            row.getString("currency"),
            Status.valueOf(row.getString("status")),
            row.getString("card"),
            row.getLong("captured"),
            row.getLong("refunded"),
            row.getString("reason"));
    return new StoredPayment(
        payment,
        row.getString("customer_id"),
        row.getString("fingerprint"),
        row.getString("acquirer_id"),
        row.getBoolean("capture_requested"));
  }
}
