package dev.trestle.cornershop.identity;

import dev.trestle.cornershop.kit.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Users and signing keys in PostgreSQL. */
final class IdentityRepository {
  private static final String USER =
      "SELECT id, email, name, country, role, password_hash FROM users";

  private final Database database;

  IdentityRepository(Database database) {
    this.database = database;
  }

  /** Stores a new shopper; false when the address is taken. */
  boolean insert(User user, String passwordHash) {
    return database.query(
            handle ->
                handle
                    .createUpdate(
                        """
                        INSERT INTO users (id, email, name, country, role, password_hash)
                        VALUES (:id, :email, :name, :country, 'shopper', :hash)
                        ON CONFLICT (email) DO NOTHING
                        """)
                    .bind("id", user.id())
                    .bind("email", user.email())
                    .bind("name", user.name())
                    .bind("country", user.country())
                    .bind("hash", passwordHash)
                    .execute())
        == 1;
  }

  Optional<Credentials> findByEmail(String email) {
    return database.query(
        handle ->
            handle
                .createQuery(USER + " WHERE email = :email")
                .bind("email", email)
                .map((row, context) -> new Credentials(user(row), row.getString("password_hash")))
                .findOne());
  }

  Optional<User> findById(String id) {
    return database.query(
        handle ->
            handle
                .createQuery(USER + " WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> user(row))
                .findOne());
  }

  /**
   * The private keys as JWKs, newest first; the first of all is made and stored when there is none.
   */
  List<String> signingKeys(Supplier<NewKey> maker) {
    return database.transaction(
        handle -> {
          // Two instances that start together must agree on one key.
          handle.execute("LOCK TABLE signing_keys IN EXCLUSIVE MODE");
          String query = "SELECT jwk FROM signing_keys ORDER BY created_at DESC, kid";
          List<String> stored = handle.createQuery(query).mapTo(String.class).list();
          if (!stored.isEmpty()) {
            return stored;
          }
          NewKey made = maker.get();
          handle.execute(
              "INSERT INTO signing_keys (kid, jwk) VALUES (?, ?)", made.kid(), made.jwk());
          return List.of(made.jwk());
        });
  }

  private static User user(ResultSet row) throws SQLException {
    return new User(
        row.getString("id"),
        row.getString("email"),
        row.getString("name"),
        row.getString("country"),
        List.of(row.getString("role")));
  }

  /** A user with the hash of the password. */
  record Credentials(User user, String passwordHash) {
    @Override
    public String toString() {
      return "credentials of " + user.id();
    }
  }

  /** A private key, as a JWK, and its id. */
  record NewKey(String kid, String jwk) {
    @Override
    public String toString() {
      return "key " + kid;
    }
  }
}
