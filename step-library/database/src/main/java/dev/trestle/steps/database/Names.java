package dev.trestle.steps.database;

import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A table's name as a database's own description has it.
 *
 * @param schema the schema, null when none is written
 * @param table the table
 */
record Names(@Nullable String schema, String table) {

  /** The stored form of a name as written in a step, such as {@code public.orders}. */
  static Names of(String written, DatabaseMetaData meta) throws SQLException {
    String[] parts = written.strip().split("\\.", 2);
    boolean upper = meta.storesUpperCaseIdentifiers();
    return parts.length == 1
        ? new Names(null, stored(parts[0], upper))
        : new Names(stored(parts[0], upper), stored(parts[1], upper));
  }

  private static String stored(String name, boolean upper) {
    boolean plain = Condition.name(name).equals(name);
    return plain && upper ? name.toUpperCase(Locale.ROOT) : name;
  }
}
