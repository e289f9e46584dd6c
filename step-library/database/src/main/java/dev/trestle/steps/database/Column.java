package dev.trestle.steps.database;

import dev.trestle.steps.core.compare.Pair;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A column as a database describes it.
 *
 * @param name its name
 * @param type the database's name of its type
 * @param size length or digits
 * @param scale digits after the point
 * @param nullable whether it may be null
 */
record Column(String name, String type, int size, int scale, boolean nullable) {

  /** Names that mean the same type in standard SQL and in PostgreSQL's catalogue. */
  private static final Map<String, String> SAME =
      Map.ofEntries(
          Map.entry("int", "integer"),
          Map.entry("int2", "smallint"),
          Map.entry("int4", "integer"),
          Map.entry("int8", "bigint"),
          Map.entry("serial", "integer"),
          Map.entry("bigserial", "bigint"),
          Map.entry("bool", "boolean"),
          Map.entry("float4", "real"),
          Map.entry("float8", "double precision"),
          Map.entry("double", "double precision"),
          Map.entry("decimal", "numeric"),
          Map.entry("bpchar", "char"),
          Map.entry("character", "char"),
          Map.entry("character varying", "varchar"),
          Map.entry("timetz", "time with time zone"),
          Map.entry("timestamptz", "timestamp with time zone"));

  /** Reads a row of {@link DatabaseMetaData#getColumns}. */
  static Column of(ResultSet row) throws SQLException {
    return new Column(
        row.getString("COLUMN_NAME"),
        row.getString("TYPE_NAME").toLowerCase(Locale.ROOT),
        row.getInt("COLUMN_SIZE"),
        row.getInt("DECIMAL_DIGITS"),
        row.getInt("NULLABLE") != DatabaseMetaData.columnNoNulls);
  }

  /** Its cells as the step wrote them where they mean the same, else as they are. */
  List<@Nullable Object> shown(List<Pair> written) {
    List<@Nullable Object> cells = new ArrayList<>();
    for (Pair cell : written) {
      cells.add(
          switch (cell.name()) {
            case "column" -> name.equalsIgnoreCase(cell.value()) ? cell.value() : name;
            case "type" -> isType(cell.value()) ? cell.value() : plain(type) + bounds(cell.value());
            default -> nullable ? "yes" : "no";
          });
    }
    return cells;
  }

  /** Whether the column has a written type; one without a size stands for every size. */
  boolean isType(String written) {
    String text = written.toLowerCase(Locale.ROOT).replaceAll("\\s*([(),])\\s*", "$1").strip();
    int open = text.indexOf('(');
    String base = open < 0 ? text : text.substring(0, open);
    return plain(base).equals(plain(type))
        && (open < 0 || bounds(text).equals(text.substring(open)));
  }

  private String bounds(String written) {
    if (written.indexOf('(') < 0) {
      return "";
    }
    return written.indexOf(',') < 0 && scale == 0
        ? "(" + size + ")"
        : "(" + size + "," + scale + ")";
  }

  private static String plain(String name) {
    return SAME.getOrDefault(name, name);
  }
}
