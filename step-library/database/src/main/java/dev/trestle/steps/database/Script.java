package dev.trestle.steps.database;

import dev.trestle.steps.core.ProjectFile;
import dev.trestle.steps.core.ScenarioScope;
import dev.trestle.steps.core.StepFailure;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A file with SQL statements, each ended by a semicolon. */
final class Script {

  private static final int STATEMENT_SECONDS = 60;

  /** What a semicolon does not end a statement in: texts, names, bodies of functions, comments. */
  private static final Pattern TOKEN =
      Pattern.compile(
          "'(?:[^']|'')*'|\"[^\"]*\"|(\\$\\w*\\$).*?\\1|(--[^\\n]*|/\\*.*?\\*/)|(;)|.",
          Pattern.DOTALL);

  private final String file;
  private final ScenarioScope scope;

  Script(String file, ScenarioScope scope) {
    this.file = scope.resolve(file);
    this.scope = scope;
  }

  /** The statements of a text without its comments. */
  static List<String> statements(String text) {
    List<String> statements = new ArrayList<>();
    StringBuilder statement = new StringBuilder();
    Matcher token = TOKEN.matcher(text);
    while (token.find()) {
      if (token.group(3) != null) {
        add(statement, statements);
      } else {
        statement.append(token.group(2) == null ? token.group() : " ");
      }
    }
    add(statement, statements);
    return statements;
  }

  private static void add(StringBuilder statement, List<String> statements) {
    if (!statement.toString().isBlank()) {
      statements.add(statement.toString().strip());
    }
    statement.setLength(0);
  }

  /** Runs all statements in one transaction. */
  void run(Database database) {
    List<String> statements = statements(ProjectFile.of(file, scope).text());
    String running = "";
    try (Connection connection = database.connect()) {
      connection.setAutoCommit(false);
      for (String statement : statements) {
        running = statement;
        run(Sql.parse(statement, scope::resolve), connection);
      }
      connection.commit();
    } catch (SQLException e) {
      // Closing the connection rolls back what was not committed.
      throw StepFailure.of("Database '" + database.name() + "' refuses the file '" + file + "'.")
          .evidence(e.getMessage() + "\nSQL: " + running + "\nNothing of the file has happened.")
          .fix("Correct the statement in the file.")
          .causedBy(e);
    }
    scope.attach(
        "SQL in " + database.name(), "text/plain", file + ":\n" + String.join(";\n", statements));
  }

  private static void run(Sql sql, Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql.text())) {
      statement.setQueryTimeout(STATEMENT_SECONDS);
      for (int i = 0; i < sql.values().size(); i++) {
        statement.setString(i + 1, sql.values().get(i));
      }
      statement.execute();
    }
  }
}
