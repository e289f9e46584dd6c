package dev.trestle.steps.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trestle.protocol.EnvironmentDescription;
import dev.trestle.protocol.ServiceDescription;
import dev.trestle.steps.core.testing.Examples;
import dev.trestle.steps.core.testing.FakeHost;
import dev.trestle.steps.core.testing.FeatureRun;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DatabaseStepsIT {

  @TempDir static Path folder;

  private static EmbeddedPostgres postgres;
  private static FakeHost host;

  @BeforeAll
  static void start() throws IOException, SQLException {
    postgres = EmbeddedPostgres.builder().setCleanDataDirectory(true).start();
    execute("postgres", "CREATE DATABASE shop");
    execute(
        "shop",
        """
        CREATE TABLE orders (
          id integer PRIMARY KEY, status text NOT NULL, total numeric(10, 2), paid boolean,
          at timestamptz, reference uuid, lines jsonb, "Note" text);
        INSERT INTO orders VALUES
          (1, 'OPEN', 7.50, false, '2026-01-01T10:00:00Z', '00000000-0000-0000-0000-000000000001',
           '[{"sku": "BEANS"}]', 'it''s new'),
          (2, 'PAID', 12, true, null, null, null, null)
        """);
    execute("shop", Files.readString(Path.of("src/test/sql/tables.sql")));
    host = FakeHost.start(environment());
  }

  private static void execute(String database, String sql) throws SQLException {
    try (Connection connection = postgres.getDatabase("postgres", database).getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static EnvironmentDescription environment() {
    return new EnvironmentDescription(
        "process",
        List.of(
            database("postgres", postgres.getPort(), "shop"), database("archive", 1, "archive")));
  }

  private static ServiceDescription database(String name, int port, String database) {
    return new ServiceDescription(
        name,
        ServiceDescription.Kind.DATABASE,
        Map.of("5432", "127.0.0.1:" + port),
        Map.of(
            "jdbc.url",
            "jdbc:postgresql://127.0.0.1:" + port + "/",
            "jdbc.user",
            "postgres",
            "jdbc.password",
            "postgres",
            "databases",
            database));
  }

  @AfterAll
  static void stop() throws IOException {
    host.close();
    postgres.close();
  }

  @Test
  void every_step_has_an_example_that_works() throws IOException {
    Path features = Files.createDirectories(Path.of("target/examples"));
    Path file = features.resolve("database.feature");
    // What the example changes must not be the row that the others look for.
    Files.writeString(
        file,
        Examples.feature(DatabaseSteps.class, TableSteps.class, QuerySteps.class)
            .replace("id = 1\"", "id = 7\""));
    FeatureRun.Outcome outcome = FeatureRun.run(host, file, folder.resolve("examples"));
    assertThat(outcome.results().keySet())
        .hasSize(16)
        .allSatisfy(
            name -> assertThat(outcome.status(name)).as(outcome.message(name)).isEqualTo("passed"));
  }

  @Test
  void rows_are_found_by_values_of_any_type() {
    FeatureRun.Outcome outcome = run("rows");
    assertThat(outcome.results().keySet())
        .hasSizeGreaterThan(4)
        .allSatisfy(
            name -> assertThat(outcome.status(name)).as(outcome.message(name)).isEqualTo("passed"));
    assertThat(outcome.attachment("a value is never SQL", "SQL in shop"))
        .startsWith("INSERT INTO orders (id, status) VALUES (3, ?)")
        .endsWith("1 rows were changed.");
  }

  @Test
  void rows_columns_sums_and_files() {
    FeatureRun.Outcome outcome = run("tables");
    assertThat(outcome.results().keySet())
        .hasSize(7)
        .allSatisfy(
            name -> assertThat(outcome.status(name)).as(outcome.message(name)).isEqualTo("passed"));
  }

  @Test
  void failures_show_the_rows_beside_what_was_expected() {
    FeatureRun.Outcome outcome = run("failures");
    assertThat(outcome.message("wrong rows"))
        .isEqualTo(
            """
            The query in database 'shop' does not give the expected rows.
              Expected   | Actual
              id  status | id  status
            ≠ 1   PAID   | 1   OPEN
            ≠            | 2   PAID
            SQL: SELECT * FROM orders WHERE id < 3 ORDER BY id
            Look at src/test/features/failures.feature:4.
            Correct the service that writes there, or what the step expects.""");
    assertThat(outcome.message("no such row"))
        .startsWith("Table 'orders' of 'shop' has 0 such rows, not at least 1.")
        .contains("≠ OPEN    true", "| OPEN    false");
    assertThat(outcome.message("too many rows")).contains("has 1 such rows, not 0");
    assertThat(outcome.message("no such database"))
        .contains("Database 'stock' is unknown.", "shop (of postgres), archive (of archive)");
    assertThat(outcome.message("a database that is down"))
        .contains("Database 'archive' cannot be reached.", "127.0.0.1:1/archive");
    assertThat(outcome.message("bad SQL"))
        .contains("refuses the statement", "column \"nonsense\" does not exist");
    assertThat(outcome.message("no such column"))
        .contains("gives no column 'state'", "Its columns: id, status");
  }

  private static FeatureRun.Outcome run(String name) {
    return FeatureRun.run(
        host, Path.of("src/test/features", name + ".feature"), folder.resolve(name));
  }
}
