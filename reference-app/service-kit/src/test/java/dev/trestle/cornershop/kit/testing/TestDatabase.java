package dev.trestle.cornershop.kit.testing;

import dev.trestle.cornershop.kit.Environment.DatabaseAddress;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A fresh database in a real PostgreSQL that the JVM shares, reached through a relay that can be
 * cut.
 */
public final class TestDatabase implements AutoCloseable {
  private static final String USER = "postgres";
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final String name;
  private final TestRelay relay;

  private TestDatabase(String name, TestRelay relay) {
    this.name = name;
    this.relay = relay;
  }

  /** Creates an empty database whose name begins with the given one. */
  public static TestDatabase create(String name) {
    String unique = name + "_" + NUMBER.incrementAndGet();
    try (Connection connection = Server.POSTGRES.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + unique);
    } catch (SQLException e) {
      throw new IllegalStateException("Database '" + unique + "' cannot be created", e);
    }
    return new TestDatabase(unique, TestRelay.to(Server.POSTGRES.getPort()));
  }

  /** How the service reaches it. */
  public DatabaseAddress address() {
    return new DatabaseAddress(
        "jdbc:postgresql://127.0.0.1:" + relay.port() + "/" + name, USER, USER);
  }

  /** A connection past the relay, for the test's own eyes. */
  public Connection connect() throws SQLException {
    return Server.POSTGRES.getDatabase(USER, name).getConnection();
  }

  /** Cuts the service off. */
  public void cut() {
    relay.cut();
  }

  /** Lets the service through again. */
  public void restore() {
    relay.restore();
  }

  @Override
  public void close() {
    relay.close();
  }

  private static final class Server {
    // Stopped by its own shutdown hook when the JVM ends.
    static final EmbeddedPostgres POSTGRES = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder()
            .setServerConfig("fsync", "off")
            .setServerConfig("max_connections", "200")
            .start();
      } catch (IOException e) {
        throw new UncheckedIOException("The embedded PostgreSQL does not start", e);
      }
    }
  }
}
