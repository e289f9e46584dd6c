package dev.trestle.steps.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

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
    assertThat(sql(written)).isEqualTo(new Sql(written, java.util.List.of()));
  }

  @Test
  void a_place_that_is_a_name_is_refused() {
    assertThatThrownBy(() -> sql("SELECT * FROM \"${table}\"")).hasMessageContaining("not a value");
  }
}
