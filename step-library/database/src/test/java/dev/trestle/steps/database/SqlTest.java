package dev.trestle.steps.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SqlTest {

  private static Sql sql(String written) {
    return Sql.parse(written, place -> place.substring(2, place.length() - 1) + "'--");
  }

  @Test
  void a_value_becomes_a_parameter() {
    Sql sql = sql("SELECT * FROM t WHERE a = ${x} AND b = '${alias:${y}}'");
    assertThat(sql.text()).isEqualTo("SELECT * FROM t WHERE a = ? AND b = ?");
    assertThat(sql.values()).containsExactly("x'--", "alias:${y}'--");
  }

  @Test
  void a_value_within_a_text_is_concatenated_by_the_database() {
    Sql sql = sql("SELECT 1 WHERE a LIKE '%${x}%' OR b = 'it''s ${y}'");
    assertThat(sql.text())
        .isEqualTo("SELECT 1 WHERE a LIKE ('%' || ? || '%') OR b = ('it''s ' || ?)");
    assertThat(sql.values()).containsExactly("x'--", "y'--");
  }

  @Test
  void other_texts_and_names_stay() {
    String written = "SELECT '' AS \"A b\", 'it''s' FROM t WHERE a = 'x'";
    assertThat(sql(written)).isEqualTo(new Sql(written, List.of()));
  }

  @Test
  void a_place_that_is_a_name_is_refused() {
    assertThatThrownBy(() -> sql("SELECT * FROM \"${table}\"")).hasMessageContaining("not a value");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT $$it's$$",
        "SELECT $tag$ it's $$ \"x $tag$, 1",
        "CREATE FUNCTION f() AS $$\nBEGIN\n  -- don't round\n  RETURN 2;\nEND;\n$$",
        "SELECT E'it\\'s', e'\\\\', 'back\\'",
        "SELECT 1 -- it's\n, 2",
        "SELECT /* it's /* nested's */ so's */ 1",
        "SELECT U&'d\\0061t', B'101', X'1F', N'x'",
        "SELECT \"it's\", \"a\"\"b\"",
        "SELECT a$b$c, $1, 1e5, 'x'::text, a::int[], b->>'c', '{}'::jsonb",
        "SELECT 'unfinished",
        "SELECT \"unfinished",
        "SELECT $$unfinished",
        "SELECT /* unfinished"
      })
  void sql_without_places_stays_as_it_is(String written) {
    assertThat(sql(written)).isEqualTo(new Sql(written, List.of()));
  }

  @Test
  void operators_with_a_question_mark_are_not_parameters() {
    assertThat(sql("SELECT a ? 'k', b ?| c, d ?& e, f @? '$.a ? (@ > 1)', '?' WHERE g = ${x}"))
        .isEqualTo(
            new Sql(
                "SELECT a ?? 'k', b ??| c, d ??& e, f @?? '$.a ? (@ > 1)', '?' WHERE g = ?",
                List.of("x'--")));
    assertThat(sql("SELECT a ?? 'written for the driver'").text())
        .isEqualTo("SELECT a ?? 'written for the driver'");
  }

  @Test
  void a_place_in_a_text_with_escapes_keeps_them() {
    assertThat(sql("SELECT E'it\\'s ${x}\\n'").text())
        .isEqualTo("SELECT (E'it\\'s ' || ? || E'\\n')");
    assertThat(sql("SELECT '${a '' b}'").values()).containsExactly("a '' b'--");
  }

  @Test
  void a_place_in_a_function_is_refused() {
    assertThatThrownBy(() -> sql("DO $$ SELECT ${x} $$")).hasMessageContaining("not a value");
  }

  @Test
  void an_order_counts_where_it_is_that_of_the_query() {
    assertThat(sql("SELECT 1 ORDER  BY 1").isOrdered()).isTrue();
    assertThat(sql("select 1 order\n-- so\nby 1").isOrdered()).isTrue();
    for (String other :
        List.of(
            "SELECT rank() OVER (ORDER BY a) FROM t",
            "SELECT * FROM (SELECT 1 ORDER BY 1) t",
            "SELECT 'order by'",
            "SELECT \"order by\" FROM \"order\" -- order by",
            "SELECT 1 AS \"order\", by FROM t")) {
      assertThat(sql(other).isOrdered()).as(other).isFalse();
    }
  }

  @Test
  @Timeout(20)
  void long_sql_is_read_in_one_pass() {
    int many = 200_000;
    for (String part : List.of("x", "''", "$", "/*", "(", "${", "\"\"", "a$", "--", "E'")) {
      String text = "SELECT '" + part.repeat(many);
      assertThat(SqlLexer.tokens(text).stream().mapToInt(t -> t.text().length()).sum())
          .isEqualTo(text.length());
      String bare = "SELECT " + part.repeat(many);
      assertThat(SqlLexer.tokens(bare).stream().mapToInt(t -> t.text().length()).sum())
          .isEqualTo(bare.length());
    }
  }
}
