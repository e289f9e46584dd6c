package dev.trestle.steps.database;

import dev.trestle.steps.core.ProjectFile;
import dev.trestle.steps.core.ScenarioScope;
import dev.trestle.steps.core.StepFailure;
import dev.trestle.steps.database.SqlLexer.Kind;
import dev.trestle.steps.database.SqlLexer.Token;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;

/** A file with SQL statements, each ended by a semicolon. */
final class Script {

  private static final int STATEMENT_SECONDS = 60;

  private final String file;
  private final ScenarioScope scope;

  Script(String file, ScenarioScope scope) {
    this.file = scope.resolve(file);
    this.scope = scope;
  }

  /** The statements of a text without its comments. */
  static List<String> statements(String text) {
    Statements statements = new Statements();
    SqlLexer.tokens(text).forEach(statements::add);
    return statements.all();
  }

  /**
   * Finds the semicolons that end a statement: not those in brackets, nor those in the body of a
   * function that is written {@code BEGIN ATOMIC … END}.
   */
  private static final class Statements {

    private final List<String> whole = new ArrayList<>();
    private final StringBuilder statement = new StringBuilder();
    private final List<String> words = new ArrayList<>();
    private int brackets;
    private int blocks;

    void add(Token token) {
      String text = token.text();
      if (token.kind() == Kind.WORD) {
        word(token);
      } else if (token.kind() == Kind.OTHER) {
        brackets = Math.max(0, brackets + ("(".equals(text) ? 1 : ")".equals(text) ? -1 : 0));
        if (";".equals(text) && brackets == 0 && blocks == 0) {
          end();
          return;
        }
      }
      statement.append(token.kind() == Kind.COMMENT ? " " : text);
    }

    private void word(Token word) {
      if (words.size() < 4) {
        words.add(word.text().toUpperCase(Locale.ROOT));
      }
      if (word.is("BEGIN") && isRoutine() || word.is("CASE") && blocks > 0) {
        blocks++;
      } else if (word.is("END") && blocks > 0) {
        blocks--;
      }
    }

    private boolean isRoutine() {
      int kind = words.size() > 2 && words.subList(1, 3).equals(List.of("OR", "REPLACE")) ? 3 : 1;
      return words.size() > kind
          && "CREATE".equals(words.get(0))
          && List.of("FUNCTION", "PROCEDURE").contains(words.get(kind));
    }

    private void end() {
      if (!statement.toString().isBlank()) {
        whole.add(statement.toString().strip());
      }
      statement.setLength(0);
      words.clear();
      blocks = 0;
    }

    List<String> all() {
      end();
      return whole;
    }
  }

  /** Runs all statements in one transaction. */
  void run(Database database) {
    List<String> statements = statements(ProjectFile.of(file, scope).text());
    AtomicReference<String> running = new AtomicReference<>("");
    try (Connection connection = database.connect()) {
      Transaction.in(
          connection,
          () -> {
            for (String statement : statements) {
              running.set(statement);
              run(Sql.parse(statement, scope::resolve), connection);
            }
            return statements.size();
          });
    } catch (SQLException e) {
      throw StepFailure.of("Database '" + database.name() + "' refuses the file '" + file + "'.")
          .evidence(
              e.getMessage() + "\nSQL: " + running.get() + "\nNothing of the file has happened.")
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
