package dev.trestle.cornershop.kit;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The service's PostgreSQL database: connected and migrated at first use, whenever that succeeds.
 */
public final class Database implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Database.class);
  private static final String NAME = "database";
  // What PostgreSQL and its driver say of a text with the character U+0000.
  private static final Set<String> NOT_TEXT = Set.of("22021", "22023");
  private static final long CONNECT_MILLIS = 1_500;

  private final HikariDataSource pool;
  private final Jdbi jdbi;
  private final Consumer<Handle> seed;
  private final ReentrantLock migrating = new ReentrantLock();
  private volatile boolean migrated;

  private Database(HikariDataSource pool, Consumer<Handle> seed) {
    this.pool = pool;
    this.seed = seed;
    this.jdbi = Jdbi.create(pool);
  }

  /**
   * A database that need not be there yet; a first attempt to reach it begins in the background.
   */
  public static Database open(Environment.DatabaseAddress address) {
    return open(address, handle -> {});
  }

  /** The same, with rows that are put in, in one transaction, after each start's migration. */
  public static Database open(Environment.DatabaseAddress address, Consumer<Handle> seed) {
    HikariDataSource pool = new HikariDataSource();
    pool.setJdbcUrl(address.url());
    pool.setUsername(address.user());
    pool.setPassword(address.password());
    pool.setPoolName(NAME);
    pool.setMaximumPoolSize(10);
    pool.setMinimumIdle(0);
    pool.setInitializationFailTimeout(-1);
    pool.setConnectionTimeout(CONNECT_MILLIS);
    pool.setValidationTimeout(1_000);
    pool.addDataSourceProperty("connectTimeout", "2");
    pool.addDataSourceProperty("socketTimeout", "10");
    Database database = new Database(pool, seed);
    Thread first = new Thread(database::firstAttempt, "database-start");
    first.setDaemon(true);
    first.start();
    return database;
  }

  /** Runs the work with a connection, each statement on its own. */
  public <T extends @Nullable Object, X extends Exception> T query(HandleCallback<T, X> work)
      throws X {
    migrate();
    try {
      return jdbi.withHandle(work);
    } catch (JdbiException e) {
      throw translate(e);
    }
  }

  /** Runs the work in one transaction, rolled back when it throws. */
  public <T extends @Nullable Object, X extends Exception> T transaction(HandleCallback<T, X> work)
      throws X {
    migrate();
    try {
      return jdbi.inTransaction(work);
    } catch (JdbiException e) {
      throw translate(e);
    }
  }

  /** Proves that the database answers and has its tables; for {@code /health}. */
  public void check() {
    query(handle -> handle.createQuery("SELECT 1").mapTo(Integer.class).one());
  }

  /** Closes all connections. */
  @Override
  public void close() {
    pool.close();
  }

  private void firstAttempt() {
    try {
      migrate();
    } catch (DependencyUnavailable e) {
      LOG.warn("The database is not there yet; the next use tries again ({})", e.seen());
    } catch (FlywayException | JdbiException e) {
      LOG.error("The database cannot be migrated", e);
    }
  }

  private void migrate() {
    if (migrated) {
      return;
    }
    awaitTurn();
    try {
      if (!migrated) {
        probe();
        Flyway.configure().dataSource(pool).locations("classpath:db/migration").load().migrate();
        jdbi.useTransaction(seed::accept);
        migrated = true;
      }
    } catch (JdbiException e) {
      throw translate(e);
    } catch (FlywayException e) {
      throw connectionLost(e) ? unavailable(e) : e;
    } finally {
      migrating.unlock();
    }
  }

  // A bounded wait: callers must not queue up behind each other's attempts to connect.
  private void awaitTurn() {
    try {
      if (migrating.tryLock(2 * CONNECT_MILLIS, TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new DependencyUnavailable(NAME, "is not ready yet", null);
  }

  // Flyway would keep the caller waiting with its own attempts.
  private void probe() {
    try (Connection connection = pool.getConnection()) {
      connection.isValid(1);
    } catch (SQLException e) {
      throw unavailable(e);
    }
  }

  private RuntimeException translate(JdbiException e) {
    if (connectionLost(e)) {
      return unavailable(e);
    }
    return e.getCause() instanceof SQLException sql && NOT_TEXT.contains(sql.getSQLState())
        ? Problem.badRequest("", "a text contains a character that cannot be stored")
        : e;
  }

  // Where one connection is lost the others are too; the pool would hand them out once more each.
  private DependencyUnavailable unavailable(Exception cause) {
    HikariPoolMXBean connections = pool.getHikariPoolMXBean();
    if (connections != null) {
      connections.softEvictConnections();
    }
    return new DependencyUnavailable(NAME, "does not answer", cause);
  }

  private static boolean connectionLost(Throwable failure) {
    for (Throwable e = failure; e != null; e = e.getCause()) {
      if (e instanceof SQLTransientConnectionException
          || e instanceof SQLNonTransientConnectionException
          || (e instanceof SQLException sql && meansLost(sql.getSQLState()))) {
        return true;
      }
    }
    return false;
  }

  // Class 08: connection; 57P: the server shuts down or starts; 53: it has no room for us.
  private static boolean meansLost(@Nullable String state) {
    return state != null
        && (state.startsWith("08") || state.startsWith("57P") || state.startsWith("53"));
  }
}
