package dev.trestle.steps.database;

import dev.trestle.steps.core.StepFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A statement whose <code>${name}</code> places became parameters, so that no value is ever read as
 * SQL.
 *
 * @param text the statement with {@code ?} for each value
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

  /** Reads a statement from left to right and knows whether it is within quotes. */
  private static final class Parsing {

    private final String written;
    private final UnaryOperator<String> resolve;
    private final StringBuilder out = new StringBuilder();
    private final List<String> values = new ArrayList<>();
    private int at;

    Parsing(String written, UnaryOperator<String> resolve) {
      this.written = written;
      this.resolve = resolve;
    }

    Sql parse() {
      while (at < written.length()) {
        char c = written.charAt(at);
        if (c == '\'') {
          literal();
        } else if (c == '"') {
          identifier();
        } else if (written.startsWith("${", at)) {
          out.append('?');
          place();
        } else {
          out.append(c);
          at++;
        }
      }
      return new Sql(out.toString(), values);
    }

    /** A literal that is one place becomes a parameter; one with places in it a concatenation. */
    private void literal() {
      List<String> parts = new ArrayList<>();
      StringBuilder text = new StringBuilder();
      for (at++; at < written.length() && !endsLiteral(); ) {
        if (written.startsWith("${", at)) {
          flush(text, parts);
          parts.add("?");
          place();
        } else if (written.startsWith("''", at)) {
          text.append("''");
          at += 2;
        } else {
          text.append(written.charAt(at++));
        }
      }
      at++;
      if (parts.isEmpty() || !text.isEmpty()) {
        parts.add("'" + text + "'");
      }
      String joined = String.join(" || ", parts);
      out.append(parts.size() == 1 ? joined : "(" + joined + ")");
    }

    private boolean endsLiteral() {
      return written.charAt(at) == '\'' && !written.startsWith("''", at);
    }

    private static void flush(StringBuilder text, List<String> parts) {
      if (!text.isEmpty()) {
        parts.add("'" + text + "'");
        text.setLength(0);
      }
    }

    private void identifier() {
      int end = written.indexOf('"', at + 1);
      String name = written.substring(at, end < 0 ? written.length() : end + 1);
      if (name.contains("${")) {
        throw StepFailure.of("The place in " + name + " is not a value.")
            .evidence("In SQL, double quotes are around names: " + written)
            .fix("Write the name itself; put a text in single quotes.");
      }
      out.append(name);
      at += name.length();
    }

    private void place() {
      int depth = 0;
      int end = at;
      do {
        depth += written.startsWith("${", end) ? 1 : written.charAt(end) == '}' ? -1 : 0;
        end++;
      } while (depth > 0 && end < written.length());
      values.add(resolve.apply(written.substring(at, end)));
      at = end;
    }
  }
}
