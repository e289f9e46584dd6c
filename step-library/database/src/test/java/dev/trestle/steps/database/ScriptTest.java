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
}
