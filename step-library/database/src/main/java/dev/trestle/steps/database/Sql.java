package dev.trestle.steps.database;

import dev.trestle.steps.core.StepFailure;
import dev.trestle.steps.database.SqlLexer.Kind;
import dev.trestle.steps.database.SqlLexer.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A statement whose <code>${name}</code> places became parameters, so that no value is ever read as
 * SQL.
 *
 * @param text the statement with {@code ?} for each value, and {@code ??} for an operator's
 *     question mark as PostgreSQL's driver wants it
 * @param values the values in order
 */
record Sql(String text, List<String> values) {

  Sql {
    values = List.copyOf(values);
  }

  /**
   * Makes parameters of the places in a statement as written.
   *
   * @param resolve gives the value of a place such as <code>${name}</code>
   */
  static Sql parse(String written, UnaryOperator<String> resolve) {
    return new Parsing(written, resolve).parse();
  }

  /** Whether a query gives its rows in an order: one within brackets or a text is not its own. */
  boolean isOrdered() {
    int depth = 0;
    boolean order = false;
    for (Token token : SqlLexer.tokens(text)) {
      depth += "(".equals(token.text()) ? 1 : ")".equals(token.text()) ? -1 : 0;
      if (token.kind() == Kind.WORD && depth == 0) {
        if (order && token.is("BY")) {
          return true;
        }
        order = token.is("ORDER");
      }
    }
    return false;
  }

  /** Puts a statement together from its words. */
  private static final class Parsing {

    private final String written;
    private final UnaryOperator<String> resolve;
    private final StringBuilder out = new StringBuilder();
    private final List<String> values = new ArrayList<>();

    Parsing(String written, UnaryOperator<String> resolve) {
      this.written = written;
      this.resolve = resolve;
    }

    Sql parse() {
      List<Token> tokens = SqlLexer.tokens(written);
      for (int i = 0; i < tokens.size(); i++) {
        Token token = tokens.get(i);
        switch (token.kind()) {
          case TEXT -> text(token.text());
          case PLACE -> place(token.text());
          case NAME -> withoutPlace(token.text(), "double quotes are around names");
          case DOLLAR_TEXT -> withoutPlace(token.text(), "a text between dollars stays as it is");
          case OTHER -> {
            boolean doubled = i + 1 < tokens.size() && "?".equals(tokens.get(i + 1).text());
            boolean operator = "?".equals(token.text());
            out.append(operator ? "??" : token.text());
            i += operator && doubled ? 1 : 0; // It was written for the driver.
          }
          default -> out.append(token.text());
        }
      }
      return new Sql(out.toString(), values);
    }

    private void place(String place) {
      out.append('?');
      values.add(resolve.apply(place));
    }

    /** A text that is one place becomes a parameter; one with places in it a concatenation. */
    private void text(String token) {
      int start = token.indexOf('\'') + 1;
      String prefix = token.substring(0, start);
      int end = Math.max(start, token.endsWith("'") ? token.length() - 1 : token.length());
      List<String> parts = new ArrayList<>();
      int plain = start;
      Map<Integer, Integer> places = SqlLexer.places(token);
      for (int at = start; at < end; at++) {
        int place = places.getOrDefault(at, -1);
        if (place > 0) {
          add(prefix, token.substring(plain, at), parts);
          parts.add("?");
          values.add(resolve.apply(token.substring(at, place)));
          plain = place;
          at = place - 1;
        }
      }
      if (plain == start) {
        out.append(token);
        return;
      }
      add(prefix, token.substring(plain, end), parts);
      String joined = String.join(" || ", parts);
      out.append(parts.size() == 1 ? joined : "(" + joined + ")");
    }

    private static void add(String prefix, String text, List<String> parts) {
      if (!text.isEmpty()) {
        parts.add(prefix + text + "'");
      }
    }

    private void withoutPlace(String token, String reason) {
      if (!SqlLexer.places(token).isEmpty()) {
        throw StepFailure.of("The place in " + token + " is not a value.")
            .evidence("In SQL, " + reason + ": " + written)
            .fix("Write the name itself; put a text in single quotes.");
      }
      out.append(token);
    }
  }
}
