package dev.trestle.cornershop.pricing;

import dev.trestle.cornershop.kit.Database;
import dev.trestle.cornershop.kit.Problem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Coupons and their redemptions in PostgreSQL. */
final class CouponRepository {
  private static final String COUPON =
      """
      SELECT c.*, (SELECT count(*) FROM coupon_redemptions r WHERE r.code = c.code) redemptions
      FROM coupons c WHERE c.code = :code
      """;

  private final Database database;

  CouponRepository(Database database) {
    this.database = database;
  }

  /** Stores the coupon, whose redemptions stay as they are, and says whether it is new. */
  boolean save(Coupon coupon) {
    return database.query(
        handle ->
            handle
                .createQuery(
                    """
                    INSERT INTO coupons
                      (code, kind, value, currency, minimum_total, max_redemptions, expires_at)
                    VALUES (:code, :kind, :value, :currency, :minimum, :most, :expiresAt)
                    ON CONFLICT (code) DO UPDATE SET kind = excluded.kind, value = excluded.value,
                      currency = excluded.currency, minimum_total = excluded.minimum_total,
                      max_redemptions = excluded.max_redemptions, expires_at = excluded.expires_at
                    RETURNING xmax = 0
                    """)
                .bind("code", coupon.code())
                .bind("kind", coupon.kind().name())
                .bind("value", coupon.value())
                .bind("currency", coupon.currency())
                .bind("minimum", coupon.minimumTotal())
                .bind("most", coupon.maxRedemptions())
                .bind("expiresAt", coupon.expiresAt())
                .mapTo(Boolean.class)
                .one());
  }

  Optional<Coupon> find(String code) {
    return database.query(handle -> find(handle, code));
  }

  /**
   * Counts the coupon as used by the order; false when it was counted before.
   *
   * @throws Problem 404 when there is no such coupon, 409 when it is used up
   */
  boolean redeem(String code, String orderId) {
    return database.transaction(
        handle -> {
          lock(handle, code);
          if (redeemed(handle, code, orderId)) {
            return false;
          }
          if (find(handle, code).orElseThrow().exhausted()) {
            throw Problem.conflict(
                    "coupon-exhausted", "The coupon is used up", "all its redemptions are taken")
                .with("coupon", code);
          }
          handle.execute(
              "INSERT INTO coupon_redemptions (code, order_id) VALUES (?, ?)", code, orderId);
          return true;
        });
  }

  void takeBack(String code, String orderId) {
    database.query(
        handle ->
            handle.execute(
                "DELETE FROM coupon_redemptions WHERE code = ? AND order_id = ?", code, orderId));
  }

  // Redemptions of one coupon go one after the other, or the limit would be passed.
  private static void lock(Handle handle, String code) {
    boolean known =
        handle
            .createQuery("SELECT code FROM coupons WHERE code = :code FOR UPDATE")
            .bind("code", code)
            .mapTo(String.class)
            .findOne()
            .isPresent();
    if (!known) {
      throw unknown(code);
    }
  }

  static Problem unknown(String code) {
    return new Problem(
        404, "unknown-coupon", "There is no such coupon", "no coupon '" + code + "'");
  }

  private static boolean redeemed(Handle handle, String code, String orderId) {
    return handle
        .createQuery("SELECT 1 FROM coupon_redemptions WHERE code = :code AND order_id = :orderId")
        .bind("code", code)
        .bind("orderId", orderId)
        .mapTo(Integer.class)
        .findOne()
        .isPresent();
  }

  private static Optional<Coupon> find(Handle handle, String code) {
    return handle
        .createQuery(COUPON)
        .bind("code", code)
        .map((row, context) -> coupon(row))
        .findOne();
  }

  private static Coupon coupon(ResultSet row) throws SQLException {
    return new Coupon(
        row.getString("code"),
        Reduction.Kind.valueOf(row.getString("kind")),
        row.getLong("value"),
        row.getString("currency"),
        row.getObject("minimum_total", Long.class),
        row.getObject("max_redemptions", Integer.class),
        PricingRepository.instant(row, "expires_at"),
        row.getInt("redemptions"));
  }
}
