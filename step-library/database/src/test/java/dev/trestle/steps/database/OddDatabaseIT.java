package dev.trestle.steps.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.trestle.protocol.EnvironmentDescription;
import dev.trestle.protocol.ServiceDescription;
import dev.trestle.steps.core.StepFailure;
import dev.trestle.steps.core.TestScope;
import dev.trestle.steps.core.compare.Pair;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables, values and statements that the authors of the steps did not think of at first. */
final class OddDatabaseIT {

  private static EmbeddedPostgres postgres;
  private static EnvironmentDescription environment;

  private TestScope scenario;

  @BeforeAll
  static void start() throws IOException {
    postgres = EmbeddedPostgres.builder().setCleanDataDirectory(true).start();
    environment =
        new EnvironmentDescription(
            "process",
            List.of(
                new ServiceDescription(
                    "db",
                    ServiceDescription.Kind.DATABASE,
                    Map.of(),
                    Map.of(
                        "jdbc.url",
                        "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/",
                        "jdbc.user",
                        "postgres",
                        "jdbc.password",
                        "postgres",
                        "databases",
                        "postgres"))));
  }

  @AfterAll
  static void stop() throws IOException {
    postgres.close();
  }

  @BeforeEach
  void begin() throws SQLException {
    execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
    scenario = TestScope.open(environment);
  }

  @AfterEach
  void end() {
    scenario.close();
  }

  private static void execute(String sql) throws SQLException {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static List<String> rows(String query) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("SELECT t::text FROM (" + query + ") t")) {
      while (result.next()) {
        rows.add(result.getString(1));
      }
    }
    return rows;
  }

  private Database database() {
    return new Database("postgres", scenario.scope());
  }

  private Changes changes() {
    return new Changes(database(), scenario.scope());
  }

  private void hasRows(String table, int count, String... cells) {
    database().hasRows(table, RowCount.exactly(count), pairs(cells));
  }

  private static List<Pair> pairs(String... cells) {
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < cells.length; i += 2) {
      pairs.add(new Pair(cells[i], cells[i + 1]));
    }
    return pairs;
  }

  @SafeVarargs
  private static List<List<@Nullable String>> table(List<@Nullable String>... rows) {
    return new ArrayList<>(List.of(rows));
  }

  private static List<@Nullable String> row(@Nullable String... cells) {
    return Arrays.asList(cells);
  }

  @Test
  void names_may_be_keywords_have_any_case_and_a_schema() throws SQLException {
    execute(
        """
        CREATE TABLE "user" (id int PRIMARY KEY, name text);
        CREATE TABLE "order" (id int PRIMARY KEY, "group" text, orderId int, "shippedAt" date);
        CREATE TABLE "Mixed" ("Case" int, "case" int, "a ""b" int, "a.b" int);
        CREATE SCHEMA sales;
        CREATE TABLE sales.orders (id int);
        CREATE TABLE orderXitems (id int, more int);
        CREATE TABLE order_items (id int);
        INSERT INTO "Mixed" VALUES (1, 2, 3, 4)
        """);
    database().hasCount("user", 0);
    database().hasCount("\"user\"", 0);
    database().hasCount("public.user", 0);
    database().hasCount("public.\"user\"", 0);
    database().hasCount("ORDER", 0);
    database().hasCount("mixed".replace('m', 'M'), 1);
    database().hasCount("sales.orders", 0);
    changes()
        .insert(
            "order", table(row("id", "group", "orderId", "shippedAt"), row("1", "g", "7", "null")));
    hasRows("order", 1, "group", "g", "orderid", "7", "ORDERID", "7");
    database().hasExactly("order", table(row("orderid", "group"), row("7", "g")));
    hasRows("Mixed", 1, "Case", "1", "case", "2", "\"a \"\"b\"", "3", "a.b", "4");
    assertThatThrownBy(() -> hasRows("Mixed", 0, "CASE", "1"))
        .hasMessageContaining("several columns");
    assertThatThrownBy(() -> hasRows("Mixed", 0, "other", "1"))
        .hasMessageContaining("has no column 'other'")
        .hasMessageContaining("Its columns: Case, case");
    assertThatThrownBy(() -> database().hasCount("\"USER\"", 0))
        .hasMessageContaining("has no table '\"USER\"'")
        .hasMessageContaining("sales.orders");
    assertThatThrownBy(() -> database().hasCount("user;", 0)).hasMessageContaining("has no table");
    new Columns(database(), scenario.scope())
        .has("order_items", table(row("column"), row("id")), true);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, code text | INSERT INTO t (code) VALUES ('A'), ('B')",
        "id int PRIMARY KEY, code text, n int, total int GENERATED ALWAYS AS (n * 2) STORED | INSERT INTO t VALUES (1, 'A', 2), (2, 'B', 3)",
        "code text, m money, j json, b jsonb, a int[], y bytea, i interval, u uuid, x xml, r int4range | INSERT INTO t VALUES ('A', -1234.50, '{\"a\": 1}', '{\"a\": 1.10}', '{1,2}', '\\x00ff', '1 mon 2 days', gen_random_uuid(), '<a/>', '[1,5)')",
        "code text, f float8, g float4, n numeric, l bigint, z timestamptz, s timestamp, c char(5), p point, v inet | INSERT INTO t VALUES ('A', 'NaN', '-Infinity', 100.00, 9223372036854775807, '2026-03-29T01:30:00.123456Z', 'infinity', 'a', '(1,2)', '10.0.0.1/8')",
        "code text, parent text, other int, PRIMARY KEY (code, other), FOREIGN KEY (parent, other) REFERENCES t (code, other) | INSERT INTO t VALUES ('B', null, 1), ('A', 'B', 1)",
        "code text DEFAULT 'x', empty text, nothing text | INSERT INTO t VALUES ('A', '', null)",
        "code text PRIMARY KEY, at timestamptz DEFAULT now() | INSERT INTO t VALUES ('A')"
      })
  void deleted_rows_come_back_as_they_were(String columns, String insert) throws SQLException {
    execute("CREATE TABLE t (" + columns + ")");
    execute(insert);
    List<String> before = rows("SELECT * FROM t ORDER BY code");
    changes().delete("t", pairs("code", "<any>"));
    assertThat(rows("SELECT * FROM t")).isEmpty();
    scenario.close();
    assertThat(rows("SELECT * FROM t ORDER BY code")).isEqualTo(before);
    scenario = TestScope.open(environment);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE TABLE child (p text REFERENCES t ON DELETE CASCADE); INSERT INTO child VALUES ('A')",
        "CREATE TABLE child (p text REFERENCES t ON DELETE SET NULL); INSERT INTO child VALUES ('A')",
        "CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.n := 99; RETURN NEW;"
            + " END $$; CREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f()",
        "CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'no more'; END $$;"
            + " CREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f()",
        "CREATE TABLE other (n int); INSERT INTO other VALUES (1); CREATE FUNCTION f() RETURNS"
            + " trigger LANGUAGE plpgsql AS $$ BEGIN UPDATE other SET n = 2; RETURN OLD; END $$;"
            + " CREATE TRIGGER g AFTER DELETE ON t FOR EACH ROW EXECUTE FUNCTION f()",
        "ALTER TABLE t ADD CHECK (n <> 1) NOT VALID"
      })
  void a_row_that_would_not_come_back_is_not_deleted(String hindrance) throws SQLException {
    execute("CREATE TABLE t (code text PRIMARY KEY, n int); INSERT INTO t VALUES ('A', 1)");
    execute(hindrance);
    assertThatThrownBy(() -> changes().delete("t", pairs("code", "A")))
        .isInstanceOf(StepFailure.class)
        .hasMessageStartingWith("Rows of 't' cannot be deleted for one scenario")
        .hasMessageContaining("Nothing was deleted.");
    assertThat(rows("SELECT * FROM t")).containsExactly("(A,1)");
  }

  @Test
  void deleted_rows_whose_place_was_taken_are_reported_lost() throws SQLException {
    execute("CREATE TABLE t (code text PRIMARY KEY); INSERT INTO t VALUES ('A')");
    changes().delete("t", pairs("code", "A"));
    execute("INSERT INTO t VALUES ('A')");
    assertThatThrownBy(scenario::close)
        .cause()
        .hasMessageStartingWith("The rows deleted from 't' did not come back.")
        .hasMessageContaining("duplicate key");
    scenario = TestScope.open(environment);
  }

  @Test
  void inserted_rows_go_and_no_others() throws SQLException {
    execute(
        """
        CREATE TABLE a (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, v text);
        CREATE TABLE n (v text, j json);
        INSERT INTO a (v) VALUES ('x');
        INSERT INTO n VALUES ('x', '{"a": 1}')
        """);
    changes().insert("a", table(row("v"), row("x"), row("\"null\"")));
    changes().insert("a", table(row("id", "v"), row("100", "y")));
    changes().insert("n", table(row("v", "j"), row("x", "{\"a\": 2}")));
    assertThat(rows("SELECT v FROM a ORDER BY id")).containsExactly("(x)", "(x)", "(null)", "(y)");
    assertThatThrownBy(() -> changes().insert("n", table(row("v", "j"), row("x", "{\"a\": 1}"))))
        .hasMessageContaining("has such a row already");
    scenario.close();
    assertThat(rows("SELECT v FROM a")).containsExactly("(x)");
    assertThat(rows("SELECT v, j FROM n")).containsExactly("(x,\"{\"\"a\"\": 1}\")");
    scenario = TestScope.open(environment);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "SELECT 'NaN'::float8                                   | NaN      | 1",
        "SELECT 'Infinity'::float4                              | Infinity | -Infinity",
        "SELECT 'NaN'::numeric                                  | NaN      | Infinity",
        "SELECT 100.00::numeric(20,4)                           | 100      | 100.0001",
        "SELECT 9223372036854775807                             | 9223372036854775807 | 9223372036854775806",
        "SELECT 12345678901234567890.12::numeric                | 12345678901234567890.12 | 12345678901234567890.13",
        "SELECT 0.1::float8                                     | 0.1      | 0.10000000000000001",
        "SELECT '$1,234.50'::money                              | 1234.5   | 1234.51",
        "SELECT '-$0.05'::money                                 | -0.05    | 0.05",
        "SELECT '2024-01-02 03:04:05+00'::timestamptz           | 2024-01-02 03:04:05+00 | 2024-01-02 03:04:05",
        "SELECT '2024-01-02 03:04:05+00'::timestamptz           | 2024-01-02T08:34:05+05:30 | 2024-01-02T03:04:05+05:30",
        "SELECT '2024-01-02 03:04:05.50+00'::timestamptz        | 2024-01-02T03:04:05.5Z | 2024-01-02T03:04:05Z",
        "SELECT '2024-01-02 03:04:05'::timestamp                | 2024-01-02T03:04:05 | 2024-01-02T03:04:06",
        "SELECT '2024-01-02'::date                              | 2024-01-02 | 2024-01-03",
        "SELECT '03:04'::time                                   | 03:04:00 | 03:05",
        "SELECT 'infinity'::timestamptz                         | infinity | 2024-01-02",
        "SELECT 'a'::char(5)                                    | a        | b",
        "SELECT '{\"a\": 12345678901234567890}'::jsonb          | {\"a\":12345678901234567890} | {\"a\":12345678901234567891}",
        "SELECT '{\"a\": 1.10}'::json                           | {\"a\":1.1} | {\"a\":1.11}",
        "SELECT '{\"a\": 1}'::jsonb ? 'a'                       | true     | false",
        "SELECT $$it's$$                                        | it's     | its",
        "SELECT E'it\\'s'                                       | it's     | its",
        "SELECT NULL                                            | null     | ``",
        "SELECT ''                                              | \"\"     | null",
        "SELECT 'null'                                          | \"null\" | null"
      })
  void a_value_is_what_the_database_says(String query, String same, String other) {
    TimeZone before = TimeZone.getDefault();
    TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kolkata"));
    try {
      database().givesValue(query, same);
      if (!same.equals("2024-01-02 03:04:05+00")) {
        assertThatThrownBy(() -> database().givesValue(query, other))
            .isInstanceOf(StepFailure.class)
            .hasMessageContaining("does not give '" + "");
      }
    } finally {
      TimeZone.setDefault(before);
    }
  }

  /** Each value is found, or is not, by every step alike. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "timestamptz | 2026-03-29T03:30:00+02:00 | 2026-03-29T01:30:00Z | 2026-03-29T01:30:01Z",
        "timestamptz | 2026-03-29 01:30:00.123456Z | 2026-03-29T01:30:00.123456Z | 2026-03-29T01:30:00.123Z",
        "timestamp | 2026-03-29 01:30:00 | 2026-03-29T01:30:00 | 2026-03-29T01:30:01",
        "json | {\"a\": 1} | {\"a\":1} | {\"a\":2}",
        "jsonb | [1, {\"b\": null}] | [1,{\"b\":null}] | [1]",
        "jsonb | {\"a\": \"x\"} | {\"a\":\"#{json-unit.any-string}\"} | {\"a\":\"#{json-unit.any-number}\"}",
        "money | 1234.50 | 1234.5 | 1234",
        "float8 | NaN | NaN | 1",
        "numeric(20,4) | 100 | 100.00 | 100.01",
        "bigint | 9223372036854775807 | 9223372036854775807 | 9223372036854775806",
        "text | ORDER-7 | #{json-unit.regex}[A-Z]+-\\d | #{json-unit.regex}x.*",
        "text | 7 | #{json-unit.any-string} | #{json-unit.any-number}",
        "text | 7 | \"7\" | 7.0",
        "int | 7 | 7 | \"7\"",
        "uuid | 0000000a-0000-0000-0000-000000000001 | 0000000A-0000-0000-0000-000000000001 | 0000000b-0000-0000-0000-000000000001",
        "char(5) | a | a | b",
        "boolean | true | true | false"
      })
  void every_step_compares_alike(String type, String stored, String same, String other)
      throws SQLException {
    execute("CREATE TABLE t (v " + type + "); INSERT INTO t VALUES ('" + stored + "')");
    for (String value : List.of(same, other)) {
      boolean there = value.equals(same);
      hasRows("t", there ? 1 : 0, "v", value);
      expect(there, () -> database().hasRows("t", RowCount.SOME, pairs("v", value)));
      expect(!there, () -> database().hasRows("t", RowCount.NONE, pairs("v", value)));
      expect(there, () -> database().hasEach("t", table(row("v"), row(value))));
      expect(there, () -> database().hasExactly("t", table(row("v"), row(value))));
      expect(there, () -> database().gives("SELECT v FROM t", table(row("v"), row(value))));
      expect(there, () -> database().givesValue("SELECT v FROM t", value));
    }
  }

  private static void expect(boolean passes, Runnable step) {
    if (passes) {
      assertThatCode(step::run).doesNotThrowAnyException();
    } else {
      assertThatThrownBy(step::run)
          .isInstanceOf(StepFailure.class)
          .hasMessageNotContainingAny("Exception", "Character N");
    }
  }

  @Test
  void nothing_is_not_something_empty() throws SQLException {
    execute("CREATE TABLE t (v text); CREATE TABLE none (); INSERT INTO none DEFAULT VALUES");
    String query = "SELECT 'x' AS v WHERE false";
    assertThatThrownBy(() -> database().gives(query, table(row("v"), row(""))))
        .hasMessageContaining("≠ \"\"");
    assertThatThrownBy(() -> database().hasExactly("t", table(row("v"), row((String) null))))
        .isInstanceOf(StepFailure.class);
    execute("INSERT INTO t VALUES (NULL)");
    hasRows("t", 0, "v", "");
    hasRows("t", 1, "v", "null");
    assertThatThrownBy(() -> database().hasEach("t", table(row("v"))))
        .hasMessageContaining("no rows below its header");
    assertThatThrownBy(() -> database().hasRows("t", RowCount.NONE, List.of()))
        .hasMessageContaining("The step's table is empty.");
    assertThatThrownBy(() -> database().hasRows("none", RowCount.NONE, pairs("v", "1")))
        .hasMessageContaining("Its columns: none.");
    assertThatThrownBy(() -> database().givesValue("SELECT FROM none", "1"))
        .hasMessageContaining("It gives 1 rows with 0 columns.");
    assertThatThrownBy(() -> database().savedValue("SELECT max(v) FROM t"))
        .hasMessageContaining("gives null: nothing to save");
    assertThatThrownBy(() -> database().gives("SELECT 1 AS a, 2 AS a", table(row("a"), row("1"))))
        .hasMessageContaining("gives 2 columns 'a'");
    database().hasCount("none", 1);
  }

  @Test
  void a_failure_shows_the_row_of_the_scenario_and_no_foreign_ones() throws SQLException {
    String alias = scenario.scope().alias("Beans");
    execute(
        "CREATE TABLE stock (sku text, quantity int); INSERT INTO stock VALUES"
            + " ('Beans-mhorve', 3), ('Beans-mxwlrj', 3), ('Beans-2-abc123', 3), ('Peas', 3)");
    execute(
        "INSERT INTO stock SELECT 'Beans-' || lpad(n::text, 6, '0'), 3 FROM generate_series(1, 2000) n");
    execute("INSERT INTO stock VALUES ('" + alias + "', 4)");
    assertThatThrownBy(() -> hasRows("stock", 1, "sku", "${alias:Beans}", "quantity", "3"))
        .message()
        .startsWith(
            """
            Table 'stock' of 'postgres' has 0 such rows, not 1.
              Expected         | Actual
              sku    quantity  | sku    quantity
            ≠ Beans  3         | Beans  4
            """
                .replace("  | ", " | ")
                .stripTrailing())
        .contains("rows of other scenarios are left out.");
    assertThatThrownBy(() -> hasRows("stock", 1, "sku", "Beans", "quantity", "4"))
        .hasMessageContaining("Beans (alias)");
  }

  @Test
  void values_agree_when_there_are_some() throws SQLException {
    execute("CREATE TABLE t (v numeric); CREATE TABLE s (v text)");
    Agreement empty =
        new Agreement(
            pairs("postgres", "SELECT sum(v) FROM t", "postgres", "SELECT max(v) FROM s"),
            scenario.scope());
    assertThatThrownBy(empty::require).hasMessageContaining("None of the queries gives a value.");
    execute("INSERT INTO t VALUES (7.50); INSERT INTO s VALUES ('null')");
    assertThatThrownBy(
            new Agreement(
                    pairs("postgres", "SELECT v FROM s", "postgres", "SELECT NULL"),
                    scenario.scope())
                ::require)
        .hasMessageContaining("do not give the same");
    new Agreement(pairs("postgres", "SELECT v FROM t", "postgres", "SELECT 7.5"), scenario.scope())
        .require();
    assertThatThrownBy(new Agreement(pairs("postgres", "SELECT 1"), scenario.scope())::require)
        .hasMessageContaining("has one query");
  }
}
