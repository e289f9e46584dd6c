package dev.trestle.steps.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ColumnTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "int4 | 10 | 0 | integer | true",
        "int4 | 10 | 0 | INT | true",
        "int4 | 10 | 0 | bigint | false",
        "varchar | 40 | 0 | varchar(40) | true",
        "varchar | 40 | 0 | character varying (40) | true",
        "varchar | 40 | 0 | varchar | true",
        "varchar | 40 | 0 | varchar(41) | false",
        "text | 2147483647 | 0 | varchar | false",
        "numeric | 10 | 2 | decimal(10, 2) | true",
        "numeric | 10 | 2 | numeric(10) | false",
        "timestamptz | 35 | 6 | timestamp with time zone | true"
      })
  void a_type_may_be_written_as_the_database_or_the_standard_does(
      String type, int size, int scale, String written, boolean same) {
    assertThat(new Column("c", type, size, scale, true).isType(written)).isEqualTo(same);
  }
}
