package dev.trestle.steps.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ScriptTest {

  @Test
  void statements_end_at_semicolons_that_are_not_in_something_else() {
    assertThat(
            Script.statements(
                """
                -- It's; a comment.
                INSERT INTO t VALUES ('a;b', 'it''s'); /* none; */ SELECT "x;y" FROM t;;
                CREATE FUNCTION f() AS $body$ BEGIN; END; $body$;
                SELECT '--x'
                """))
        .containsExactly(
            "INSERT INTO t VALUES ('a;b', 'it''s')",
            "SELECT \"x;y\" FROM t",
            "CREATE FUNCTION f() AS $body$ BEGIN; END; $body$",
            "SELECT '--x'");
  }

  @Test
  void a_text_without_statements_has_none() {
    assertThat(Script.statements("-- nothing\n ; ")).isEmpty();
  }

  @Test
  void a_body_of_a_function_is_one_statement() {
    assertThat(
            Script.statements(
                """
                CREATE FUNCTION double(x int) RETURNS int LANGUAGE plpgsql AS $$
                BEGIN
                  -- don't round
                  RETURN 2 * x;
                END;
                $$;
                CREATE OR REPLACE PROCEDURE p() LANGUAGE sql BEGIN ATOMIC
                  INSERT INTO t SELECT CASE WHEN true THEN 1 END;
                  DELETE FROM t;
                END;
                CREATE RULE r AS ON INSERT TO t DO (SELECT 1; SELECT 2);
                BEGIN;
                SELECT CASE WHEN a THEN 1 END; COMMIT
                """))
        .satisfiesExactly(
            first -> assertThat(first).contains("-- don't round").endsWith("$$"),
            second -> assertThat(second).endsWith("DELETE FROM t;\nEND"),
            third -> assertThat(third).endsWith("(SELECT 1; SELECT 2)"),
            fourth -> assertThat(fourth).isEqualTo("BEGIN"),
            fifth -> assertThat(fifth).isEqualTo("SELECT CASE WHEN a THEN 1 END"),
            sixth -> assertThat(sixth).isEqualTo("COMMIT"));
  }

  @Test
  void a_long_text_is_one_statement() {
    String statement = "SELECT '" + "x".repeat(1_000_000) + "'";
    assertThat(Script.statements(statement + ";")).containsExactly(statement);
  }
}
