package dev.trestle.host.standin;

import dev.trestle.host.compose.ComposeService;
import dev.trestle.protocol.Deadline;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** PostgreSQL in a container: its user owns it, and the databases are made from here. */
final class ContainedPostgres implements Contained {

  private static final long BETWEEN_TRIES_MILLIS = 50;

  /** The class of SQL states of an invalid authorization, which no further try can mend. */
  private static final String REFUSED = "28";

  @Override
  public Opening open(
      ComposeService service, int port, int local, List<StandInRequest.Listener> edges) {
    return new Opening(Map.of(), Map.of(port, local));
  }

  @Override
  public Map<String, String> prepare(ComposeService service, int local, Duration timeout)
      throws IOException, InterruptedException {
    PostgresSettings settings = PostgresSettings.of(service);
    String url = "jdbc:postgresql://127.0.0.1:" + local + "/";
    try (Connection connection = connect(url, settings, Deadline.in(timeout));
        Statement statement = connection.createStatement()) {
      Set<String> known = new HashSet<>();
      try (var names = statement.executeQuery("SELECT datname FROM pg_database")) {
        while (names.next()) {
          known.add(names.getString(1));
        }
      }
      for (String database : settings.databases()) {
        if (!known.contains(database)) {
          statement.execute(
              "CREATE DATABASE %s OWNER %s".formatted(quoted(database), quoted(settings.user())));
        }
      }
    } catch (SQLException e) {
      throw new IOException("PostgreSQL refused to set up its databases: " + e.getMessage(), e);
    }
    return Map.of(
        "jdbc.url", url,
        "jdbc.user", settings.user(),
        "jdbc.password", settings.password(),
        "databases", String.join(",", settings.databases()));
  }

  /** A health check passes already while the image sets itself up, without a port. */
  private static Connection connect(String url, PostgresSettings settings, Deadline until)
      throws IOException, InterruptedException {
    while (true) {
      try {
        return DriverManager.getConnection(
            url + "postgres?loginTimeout=10&socketTimeout=120",
            settings.user(),
            settings.password());
      } catch (SQLException e) {
        if (String.valueOf(e.getSQLState()).startsWith(REFUSED)) {
          throw new IOException(
              "PostgreSQL refuses the user '%s' with the password of the Compose file: %s"
                  .formatted(settings.user(), e.getMessage()),
              e);
        }
        if (until.isOver()) {
          throw new IOException("PostgreSQL takes no connections: " + e.getMessage(), e);
        }
      }
      // Nothing counts down: the latch is the pause that an end of the start interrupts.
      if (new CountDownLatch(1).await(BETWEEN_TRIES_MILLIS, TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException("Nobody counts down.");
      }
    }
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
