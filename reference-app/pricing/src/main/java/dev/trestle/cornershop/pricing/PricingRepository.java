package dev.trestle.cornershop.pricing;

import dev.trestle.cornershop.kit.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Products, promotions and taxes in PostgreSQL; each {@code save} says whether the row is new. */
final class PricingRepository {
  private static final String PROMOTIONS =
      """
      SELECT p.*, array(SELECT s.sku FROM promotion_skus s WHERE s.code = p.code ORDER BY s.sku) skus
      FROM promotions p
      """;

  private final Database database;

  PricingRepository(Database database) {
    this.database = database;
  }

  boolean save(Product product) {
    return database.query(
        handle ->
            handle
                .createQuery(
                    """
                    INSERT INTO products (sku, name, amount, currency)
                    VALUES (:sku, :name, :amount, :currency)
                    ON CONFLICT (sku) DO UPDATE SET name = excluded.name,
                      amount = excluded.amount, currency = excluded.currency
                    RETURNING xmax = 0
                    """)
                .bind("sku", product.sku())
                .bind("name", product.name())
                .bind("amount", product.price().amount())
                .bind("currency", product.price().currency())
                .mapTo(Boolean.class)
                .one());
  }

  List<Product> products() {
    return database.query(
        handle ->
            handle
                .createQuery("SELECT * FROM products ORDER BY sku")
                .map((row, context) -> product(row))
                .list());
  }

  List<Product> products(Collection<String> skus) {
    return database.query(
        handle ->
            handle
                .createQuery("SELECT * FROM products WHERE sku IN (<skus>)")
                .bindList("skus", List.copyOf(skus))
                .map((row, context) -> product(row))
                .list());
  }

  boolean save(Promotion promotion) {
    return database.transaction(
        handle -> {
          boolean created = insertOrUpdate(handle, promotion);
          handle.execute("DELETE FROM promotion_skus WHERE code = ?", promotion.code());
          for (String sku : promotion.skus()) {
            handle.execute("INSERT INTO promotion_skus VALUES (?, ?)", promotion.code(), sku);
          }
          return created;
        });
  }

  private static boolean insertOrUpdate(Handle handle, Promotion promotion) {
    return handle
        .createQuery(
            """
            INSERT INTO promotions (code, kind, value, starts_at, ends_at)
            VALUES (:code, :kind, :value, :startsAt, :endsAt)
            ON CONFLICT (code) DO UPDATE SET kind = excluded.kind, value = excluded.value,
              starts_at = excluded.starts_at, ends_at = excluded.ends_at
            RETURNING xmax = 0
            """)
        .bind("code", promotion.code())
        .bind("kind", promotion.kind().name())
        .bind("value", promotion.value())
        .bind("startsAt", promotion.startsAt())
        .bind("endsAt", promotion.endsAt())
        .mapTo(Boolean.class)
        .one();
  }

  Optional<Promotion> promotion(String code) {
    return database.query(
        handle ->
            handle
                .createQuery(PROMOTIONS + " WHERE p.code = :code")
                .bind("code", code)
                .map((row, context) -> promotion(row))
                .findOne());
  }

  /** The promotions of any of the products that run at the time. */
  List<Promotion> promotions(Collection<String> skus, Instant now) {
    return database.query(
        handle ->
            handle
                .createQuery(
                    PROMOTIONS
                        + """
                          WHERE p.code IN (SELECT code FROM promotion_skus WHERE sku IN (<skus>))
                            AND (starts_at IS NULL OR starts_at <= :now)
                            AND (ends_at IS NULL OR ends_at > :now)
                          """)
                .bindList("skus", List.copyOf(skus))
                .bind("now", now)
                .map((row, context) -> promotion(row))
                .list());
  }

  boolean save(TaxRate tax) {
    return database.query(
        handle ->
            handle
                .createQuery(
                    """
                    INSERT INTO taxes (country, rate_basis_points) VALUES (:country, :rate)
                    ON CONFLICT (country) DO UPDATE SET rate_basis_points = excluded.rate_basis_points
                    RETURNING xmax = 0
                    """)
                .bind("country", tax.country())
                .bind("rate", tax.rateBasisPoints())
                .mapTo(Boolean.class)
                .one());
  }

  Optional<TaxRate> tax(String country) {
    return database.query(
        handle ->
            handle
                .createQuery("SELECT rate_basis_points FROM taxes WHERE country = :country")
                .bind("country", country)
                .mapTo(Integer.class)
                .findOne()
                .map(rate -> new TaxRate(country, rate)));
  }

  private static Product product(ResultSet row) throws SQLException {
    return new Product(
        row.getString("sku"),
        row.getString("name"),
        new Product.Price(row.getLong("amount"), row.getString("currency")));
  }

  private static Promotion promotion(ResultSet row) throws SQLException {
    return new Promotion(
        row.getString("code"),
        Reduction.Kind.valueOf(row.getString("kind")),
        row.getLong("value"),
        List.of((String[]) row.getArray("skus").getArray()),
        instant(row, "starts_at"),
        instant(row, "ends_at"));
  }

  static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
