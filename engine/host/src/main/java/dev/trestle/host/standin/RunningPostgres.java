package dev.trestle.host.standin;

import dev.trestle.host.session.ProcessTree;
import dev.trestle.protocol.Deadline;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A PostgreSQL that runs. */
final class RunningPostgres implements RunningStandIn {

  /** A server that is being shut down takes a connection and says nothing on it. */
  private static final String BOUNDS = "?loginTimeout=10&socketTimeout=120";

  private static final long BETWEEN_TRIES_MILLIS = 20;
  private static final long STOP_SECONDS = 3;

  private final StandInRequest request;
  private final PostgresBinaries binaries;
  private final Path data;
  private final List<String> command;
  private final int port;
  private final PostgresSettings settings;
  private volatile Process process;

  private RunningPostgres(
      StandInRequest request,
      PostgresBinaries binaries,
      Path data,
      List<String> command,
      PostgresSettings settings)
      throws IOException {
    this.request = request;
    this.binaries = binaries;
    this.data = data;
    this.command = command;
    this.port = request.port();
    this.settings = settings;
    this.process = begin();
  }

  /** Starts the server and creates role and databases. */
  static RunningPostgres start(
      StandInRequest request,
      PostgresBinaries binaries,
      Path data,
      List<String> command,
      PostgresSettings settings)
      throws IOException, InterruptedException {
    RunningPostgres running = new RunningPostgres(request, binaries, data, command, settings);
    running.create(request.timeout());
    return running;
  }

  private Process begin() throws IOException {
    return request.processes().start(new ProcessBuilder(command));
  }

  /** Waits for connections and creates role and databases. */
  private void create(Duration timeout) throws IOException, InterruptedException {
    try (Connection connection = connect(Deadline.in(timeout));
        Statement statement = connection.createStatement()) {
      if (!settings.user().equals(PostgresBinaries.ADMIN)) {
        statement.execute("CREATE ROLE " + quoted(settings.user()) + " SUPERUSER LOGIN");
      }
      if (!settings.password().isEmpty()) {
        String literal = "'" + settings.password().replace("'", "''") + "'";
        statement.execute("ALTER ROLE " + quoted(settings.user()) + " PASSWORD " + literal);
      }
      for (String database : settings.databases()) {
        statement.execute(
            "CREATE DATABASE %s OWNER %s STRATEGY FILE_COPY"
                .formatted(quoted(database), quoted(settings.user())));
      }
    } catch (SQLException e) {
      throw new IOException("PostgreSQL refused to set up its databases: " + e.getMessage(), e);
    }
  }

  @Override
  public Map<String, String> properties() {
    return Map.of(
        "jdbc.url", url(""),
        "jdbc.user", settings.user(),
        "jdbc.password", settings.password(),
        "databases", String.join(",", settings.databases()));
  }

  @Override
  public Optional<Process> process() {
    return Optional.of(process);
  }

  /** Everything that was committed is there when it is back. */
  @Override
  public void halt() {
    stop("fast");
  }

  @Override
  public void revive() throws IOException, InterruptedException {
    process = begin();
    try (Connection connection = connect(Deadline.in(request.timeout()))) {
      connection.isValid(1);
    } catch (SQLException e) {
      throw new IOException("PostgreSQL cut the first connection: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    stop("immediate");
  }

  private void stop(String mode) {
    if (!process.isAlive()) {
      return;
    }
    try {
      List<String> stop =
          binaries.command("pg_ctl", "stop", "-D", data.toString(), "-m", mode, "-s");
      Process control = new ProcessBuilder(stop).redirectErrorStream(true).start();
      control.getOutputStream().close();
      control.waitFor(STOP_SECONDS, TimeUnit.SECONDS);
      process.waitFor(STOP_SECONDS, TimeUnit.SECONDS);
    } catch (IOException e) {
      // Killed below.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    ProcessTree.kill(List.of(process.toHandle()));
  }

  private Connection connect(Deadline until) throws IOException, InterruptedException {
    while (true) {
      try {
        return DriverManager.getConnection(url("postgres") + BOUNDS, PostgresBinaries.ADMIN, "");
      } catch (SQLException e) {
        if (until.isOver()) {
          throw new IOException("PostgreSQL takes no connections: " + e.getMessage(), e);
        }
      }
      if (process.waitFor(BETWEEN_TRIES_MILLIS, TimeUnit.MILLISECONDS)) {
        throw new IOException("PostgreSQL ended with exit code " + process.exitValue() + ".");
      }
    }
  }

  private String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
