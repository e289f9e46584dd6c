package dev.trestle.steps.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trestle.protocol.EnvironmentDescription;
import dev.trestle.protocol.ServiceDescription;
import dev.trestle.steps.core.TestScope;
import dev.trestle.steps.core.compare.Pair;
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
    execute("DROP SCHEMA public CASCADE");
    for (String sql : Script.statements(Files.readString(Path.of("src/test/sql/tables.sql")))) {
      execute(sql);
    }
  }

  private static void execute(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(URL + "shop", "SA", "");
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static EnvironmentDescription environment() {
    ServiceDescription service =
        new ServiceDescription(
            "store",
            ServiceDescription.Kind.DATABASE,
            Map.of(),
            Map.of("jdbc.url", URL, "jdbc.user", "SA", "jdbc.password", "", "databases", "shop"));
    return new EnvironmentDescription("process", List.of(service));
  }

  private FeatureRun.Outcome run(String name) {
    try (FakeHost host = FakeHost.start(environment())) {
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
    for (String secret :
        List.of("another secret", "another secret in a function", "secrets that differ")) {
      assertThat(outcome.status(secret)).isEqualTo("failed");
      assertThat(outcome.message(secret).lines().filter(line -> !line.startsWith("SQL: ")))
          .as(secret)
          .anyMatch(line -> line.contains("***** (13 characters, #"))
          .noneMatch(line -> line.startsWith("It gives correct horse"));
    }
    assertThat(outcome.message("another secret")).doesNotContain("battery staple");
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

  @Test
  void a_row_that_comes_after_its_absence_or_number_was_checked_is_noticed() throws SQLException {
    List<Pair> late = List.of(new Pair("mark", "${mark}"));
    for (int there : new int[] {0, 1}) {
      TestScope scenario = scenario("LATE");
      Database shop = new Database("shop", scenario.scope());
      shop.hasRows("marks", RowCount.exactly(there), late);
      if (there > 0) {
        shop.hasRows("marks", RowCount.SOME, late); // It takes nothing from the other check.
      }
      execute("INSERT INTO marks (mark) VALUES ('LATE')");
      assertThatThrownBy(scenario::close)
          .cause()
          .hasMessageStartingWith("Table 'marks' of 'shop' has " + (there + 1) + " such rows, not ")
          .hasMessageContaining("It had not when the step passed.");
    }
    TestScope expected = scenario("LATE");
    Database shop = new Database("shop", expected.scope());
    List<Pair> shared = List.of(new Pair("mark", "NEXT"));
    shop.hasRows("marks", RowCount.NONE, shared);
    shop.hasRows("marks", RowCount.exactly(2), late);
    execute("INSERT INTO marks (mark) VALUES ('NEXT')"); // It may be another scenario's.
    execute("DELETE FROM marks WHERE mark = 'LATE'");
    expected.close();
  }

  @Test
  void rows_to_which_one_of_two_foreign_keys_refers_are_not_deleted() throws SQLException {
    execute("CREATE TABLE places (id INT PRIMARY KEY)");
    execute(
        "CREATE TABLE trips (id INT PRIMARY KEY,"
            + " origin INT REFERENCES places ON DELETE SET NULL,"
            + " target INT REFERENCES places ON DELETE SET NULL)");
    execute("INSERT INTO places VALUES (1)");
    execute("INSERT INTO trips VALUES (1, 1, NULL)");
    TestScope scenario = scenario("LATE");
    Changes changes = new Changes(new Database("shop", scenario.scope()), scenario.scope());

    assertThatThrownBy(() -> changes.delete("places", List.of(new Pair("id", "1"))))
        .hasMessageContaining("A foreign key changes other rows with them");
    scenario.close();
  }

  @Test
  void rows_to_which_one_of_two_keys_of_several_columns_refers_are_not_deleted()
      throws SQLException {
    execute("CREATE TABLE slots (d INT, n INT, PRIMARY KEY (d, n))");
    execute(
        "CREATE TABLE stays (id INT PRIMARY KEY, fd INT, fn INT, td INT, tn INT,"
            + " FOREIGN KEY (fd, fn) REFERENCES slots ON DELETE SET NULL,"
            + " FOREIGN KEY (td, tn) REFERENCES slots ON DELETE SET NULL)");
    execute("INSERT INTO slots VALUES (1, 1)");
    for (String stay : List.of("(1, 1, 1, NULL, NULL)", "(1, NULL, NULL, 1, 1)")) {
      execute("DELETE FROM stays");
      execute("INSERT INTO stays VALUES " + stay);
      TestScope scenario = scenario("LATE");
      Changes changes = new Changes(new Database("shop", scenario.scope()), scenario.scope());

      assertThatThrownBy(() -> changes.delete("slots", List.of(new Pair("d", "1"))))
          .as(stay)
          .hasMessageContaining("A foreign key changes other rows with them");
      scenario.close();
    }
  }

  @Test
  void bytes_come_back() throws SQLException {
    execute("CREATE TABLE files (id INT PRIMARY KEY, content VARBINARY(10))");
    execute("INSERT INTO files VALUES (1, X'00ff')");
    TestScope scenario = scenario("LATE");
    Database shop = new Database("shop", scenario.scope());
    new Changes(shop, scenario.scope()).delete("files", List.of(new Pair("id", "1")));
    shop.hasRows("files", RowCount.NONE, List.of(new Pair("id", "1")));
    scenario.close();

    TestScope after = scenario("LATE");
    new Database("shop", after.scope())
        .hasRows("files", RowCount.exactly(1), List.of(new Pair("id", "1")));
    after.close();
  }

  private static TestScope scenario(String mark) {
    TestScope scenario = TestScope.open(environment()).then();
    scenario.scope().set("mark", mark);
    return scenario;
  }
}
