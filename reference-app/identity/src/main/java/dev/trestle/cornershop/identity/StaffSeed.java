package dev.trestle.cornershop.identity;

import java.util.Locale;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Makes sure that the configured employee can log in with the configured password. */
final class StaffSeed {
  private final String email;
  private final String password;
  private final PasswordHash passwords;

  StaffSeed(String email, String password, PasswordHash passwords) {
    this.email = email.toLowerCase(Locale.ROOT);
    this.password = password;
    this.passwords = passwords;
  }

  void sow(Handle handle) {
    handle
        .createUpdate(
            """
            INSERT INTO users (id, email, name, country, role, password_hash)
            VALUES (:id, :email, 'Staff', 'DE', 'staff', :hash)
            ON CONFLICT (email) DO UPDATE
              SET role = 'staff', password_hash = excluded.password_hash
            """)
        .bind("id", UUID.randomUUID().toString())
        .bind("email", email)
        .bind("hash", passwords.hash(password))
        .execute();
  }
}
