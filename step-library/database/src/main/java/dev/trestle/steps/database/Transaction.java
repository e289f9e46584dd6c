package dev.trestle.steps.database;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Statements that happen all or not at all. What a failed one left is rolled back explicitly: JDBC
 * leaves it to the driver what closing a connection does, and some commit.
 */
final class Transaction {

  private Transaction() {}

  /** The statements. */
  interface Body<T> {
    T run() throws SQLException;
  }

  /**
   * Runs the statements and commits.
   *
   * @throws SQLException when one fails, or the commit; a failed rollback is added to it
   */
  static <T> T in(Connection connection, Body<T> body) throws SQLException {
    connection.setAutoCommit(false);
    try {
      T result = body.run();
      connection.commit();
      return result;
    } catch (Throwable e) {
      try {
        connection.rollback();
      } catch (SQLException failed) {
        e.addSuppressed(failed);
      }
      throw e;
    }
  }
}
