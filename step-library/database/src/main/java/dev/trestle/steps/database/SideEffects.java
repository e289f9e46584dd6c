package dev.trestle.steps.database;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a {@code DELETE} does to other rows, by foreign keys and by triggers. */
final class SideEffects {

  /** What the running transaction did so far, by triggers and in partitions, too. */
  private static final String CHANGED =
      "SELECT schemaname || '.' || relname, n_tup_del, n_tup_upd FROM pg_stat_xact_user_tables"
          + " WHERE n_tup_del > 0 OR n_tup_upd > 0 ORDER BY 1";

  private final Map<String, Long> counts;
  private final boolean postgres;

  private SideEffects(Map<String, Long> counts, boolean postgres) {
    this.counts = counts;
    this.postgres = postgres;
  }

  /** Looks at what refers to a table. */
  static SideEffects before(Table table, TableKeys keys, Connection connection)
      throws SQLException {
    return new SideEffects(
        keys.postgres() ? Map.of() : counts(queries(table, connection), connection),
        keys.postgres());
  }

  /** The number of references by each foreign key that a {@code DELETE} changes. */
  private static Map<String, String> queries(Table table, Connection connection)
      throws SQLException {
    Map<List<Object>, ForeignKey> found = new LinkedHashMap<>();
    Map<List<Object>, Integer> unnamed = new HashMap<>();
    try (ResultSet keys =
        connection.getMetaData().getExportedKeys(null, TableKeys.schema(table), table.name())) {
      while (keys.next()) {
        short rule = keys.getShort("DELETE_RULE");
        if (rule == DatabaseMetaData.importedKeyNoAction
            || rule == DatabaseMetaData.importedKeyRestrict) {
          continue;
        }
        String child = child(keys, table);
        String name = keys.getString("FK_NAME");
        // Keys without a name come in the same order at each place of their columns.
        Object key =
            name == null ? unnamed.merge(List.of(child, seq(keys)), 1, Integer::sum) : name;
        String column = TableName.quoted(keys.getString("FKCOLUMN_NAME"), table.quote());
        found
            .computeIfAbsent(List.of(child, key), each -> new ForeignKey(child, new ArrayList<>()))
            .columns()
            .add(column + " IS NOT NULL");
      }
    }
    Map<String, String> queries = new LinkedHashMap<>();
    for (ForeignKey key : found.values()) {
      String query =
          "SELECT count(*) FROM " + key.child() + " WHERE " + String.join(" AND ", key.columns());
      queries.put(query, query);
    }
    return queries;
  }

  /**
   * A foreign key; a table can have several to the same other one.
   *
   * @param child the table that refers
   * @param columns that each of its columns has a value
   */
  private record ForeignKey(String child, List<String> columns) {}

  private static short seq(ResultSet keys) throws SQLException {
    return keys.getShort("KEY_SEQ");
  }

  /** The table with its schema, or with its catalog where the database has no schemas. */
  private static String child(ResultSet keys, Table table) throws SQLException {
    String schema = keys.getString("FKTABLE_SCHEM");
    String place = schema == null ? keys.getString("FKTABLE_CAT") : schema;
    String name = TableName.quoted(keys.getString("FKTABLE_NAME"), table.quote());
    return place == null ? name : TableName.quoted(place, table.quote()) + "." + name;
  }

  private static Map<String, Long> counts(Map<String, String> queries, Connection connection)
      throws SQLException {
    Map<String, Long> counts = new LinkedHashMap<>();
    for (Map.Entry<String, String> query : queries.entrySet()) {
      try (Statement statement = connection.createStatement();
          ResultSet result = statement.executeQuery(query.getValue())) {
        result.next();
        counts.put(query.getValue(), result.getLong(1));
      }
    }
    return counts;
  }

  /**
   * What else changed with so many deleted rows, empty for nothing.
   *
   * @param deleted how many rows the statement deleted
   */
  String after(int deleted, Connection connection) throws SQLException {
    return postgres ? changed(deleted, connection) : unreferred(connection);
  }

  private static String changed(int deleted, Connection connection) throws SQLException {
    long gone = 0;
    long updated = 0;
    StringBuilder tables = new StringBuilder();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(CHANGED)) {
      while (result.next()) {
        gone += result.getLong(2);
        updated += result.getLong(3);
        tables.append(tables.isEmpty() ? "" : "; ").append(result.getString(1));
        tables.append(": ").append(result.getLong(2)).append(" deleted, ");
        tables.append(result.getLong(3)).append(" changed");
      }
    }
    return gone <= deleted && updated == 0
        ? ""
        : "A foreign key or a trigger changes other rows with them. " + tables + ".";
  }

  private String unreferred(Connection connection) throws SQLException {
    Map<String, String> queries = new LinkedHashMap<>();
    counts.keySet().forEach(query -> queries.put(query, query));
    Map<String, Long> now = counts(queries, connection);
    return now.equals(counts)
        ? ""
        : "A foreign key changes other rows with them: " + counts + ", and then " + now + ".";
  }
}
