package dev.trestle.steps.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.trestle.protocol.EnvironmentDescription;
import dev.trestle.protocol.ServiceDescription;
import dev.trestle.steps.core.testing.FakeHost;
import dev.trestle.steps.core.testing.FeatureRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The steps with another database than PostgreSQL. */
final class AnyDatabaseTest {

  private static final String URL = "jdbc:hsqldb:mem:";

  @TempDir Path folder;

  @BeforeEach
  void create() throws IOException, SQLException {
    try (Connection connection = DriverManager.getConnection(URL + "shop", "SA", "");
        Statement statement = connection.createStatement()) {
      statement.execute("DROP SCHEMA public CASCADE");
      for (String sql : Script.statements(Files.readString(Path.of("src/test/sql/tables.sql")))) {
        statement.execute(sql);
      }
    }
  }

  private FeatureRun.Outcome run(String name) {
    ServiceDescription service =
        new ServiceDescription(
            "store",
            ServiceDescription.Kind.DATABASE,
            Map.of(),
            Map.of("jdbc.url", URL, "jdbc.user", "SA", "jdbc.password", "", "databases", "shop"));
    try (FakeHost host = FakeHost.start(new EnvironmentDescription("process", List.of(service)))) {
      return FeatureRun.run(
          host, Path.of("src/test/features", name + ".feature"), folder.resolve(name));
    }
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
  void failures_show_what_is_there() {
    FeatureRun.Outcome outcome = run("table-failures");
    assertThat(outcome.message("other columns"))
        .startsWith("Table 'entries' of 'shop' does not have the expected columns.")
        .contains("≠ id      bigint         no", "integer", "numeric(10,2)  no", "NOTE");
    assertThat(outcome.message("no such table"))
        .startsWith("Database 'shop' has no table 'nonsense'.");
    assertThat(outcome.message("an unknown header")).contains("Its header is [name]");
    assertThat(outcome.message("another number of rows"))
        .startsWith("Table 'entries' of 'shop' has 2 rows, not 5.");
    assertThat(outcome.message("a missing row"))
        .startsWith("Table 'coupons' of 'shop' has 0 such rows, not at least 1.")
        .contains("≠ WELCOME  6", "| WELCOME  5");
    assertThat(outcome.message("another row")).contains("≠ SPRING   5", "| WELCOME  5");
    assertThat(outcome.message("sums that differ"))
        .startsWith("The queries do not give the same.\n19.50  in shop: SELECT sum");
    assertThat(outcome.message("another value")).contains("does not give '13'.", "It gives 12.00.");
    assertThat(outcome.message("more than a value")).contains("It gives 2 rows with 2 columns.");
    assertThat(outcome.message("a broken file"))
        .startsWith("Database 'shop' refuses the file 'src/test/sql/broken.sql'.")
        .contains("SQL: UPDATE nonsense SET percent = 5", "Nothing of the file has happened.");
    assertThat(outcome.status("after a broken file")).isEqualTo("passed");
    assertThat(outcome.message("a file that is not there"))
        .startsWith("There is no file 'src/test/sql/nothing.sql'.");
    assertThat(outcome.message("a file outside the project"))
        .startsWith("The file '../http/pom.xml' is outside the project.");
  }
}
