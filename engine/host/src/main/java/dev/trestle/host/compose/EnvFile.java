package dev.trestle.host.compose;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file of variables, {@code .env} or an {@code env_file}, by the rules of Compose's own
 * reader: comments, {@code export}, single quotes (as written), double quotes (escapes and
 * variables), values over several lines in quotes. A statement ends with its line, or with the
 * closing quote.
 */
final class EnvFile {
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_.\\[\\]-]+");
  private static final Pattern SEPARATOR = Pattern.compile("[=:]");
  private static final Pattern ESCAPE = Pattern.compile("\\\\(?:[abfnrtv$\\\\]|0([0-3][0-7]{2}))");

  private static final String KIND = "Env file";

  private final String text;
  private final Path shown;
  private final Variables variables;
  private final Warnings warnings;
  private final Map<String, Value> values = new LinkedHashMap<>();
  private int at;
  private int line = 1;

  private EnvFile(String text, Path shown, Variables variables, Warnings warnings) {
    this.text = text.replaceFirst("^\uFEFF", "").replace("\r\n", "\n");
    this.shown = shown;
    this.variables = variables;
    this.warnings = warnings;
  }

  static Map<String, Value> parse(String text, Path shown, Variables variables, Warnings warnings) {
    EnvFile file = new EnvFile(text, shown, variables, warnings);
    while (file.skipToStatement()) {
      file.statement();
    }
    return file.values;
  }

  /** The lines as they are, for {@code format: raw}. */
  static Map<String, Value> raw(String text, Path shown) {
    Map<String, Value> values = new LinkedHashMap<>();
    int line = 0;
    for (String statement : text.lines().toList()) {
      line++;
      int equals = statement.indexOf('=');
      if (equals > 0 && !statement.startsWith("#")) {
        values.put(
            statement.substring(0, equals),
            new Value(statement.substring(equals + 1), new Position(shown, line)));
      }
    }
    return values;
  }

  private boolean skipToStatement() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '#') {
        at = endOfLine();
      } else if (Character.isWhitespace(c)) {
        line += c == '\n' ? 1 : 0;
        at++;
      } else {
        return true;
      }
    }
    return false;
  }

  private void statement() {
    Position position = new Position(shown, line);
    int end = endOfLine();
    String statement = text.substring(at, end);
    int separator = separator(statement);
    String name = (separator < 0 ? statement : statement.substring(0, separator)).strip();
    if (name.matches("export\\s.*")) {
      name = name.substring("export".length()).strip();
    }
    if (!NAME.matcher(name).matches()) {
      throw Problem.in(
          KIND,
          position,
          "",
          "a line is not of the form NAME=value",
          "Found: " + statement.strip(),
          "Correct the line, or start it with # to make it a comment.");
    }
    if (separator < 0) {
      at = end;
      inherit(name, position);
      return;
    }
    at += separator + 1;
    values.put(name, new Value(value(name, position), position));
  }

  private static int separator(String statement) {
    Matcher separator = SEPARATOR.matcher(statement);
    return separator.find() ? separator.start() : -1;
  }

  private void inherit(String name, Position position) {
    String value = variables.get(name);
    if (value != null) {
      values.put(name, new Value(value, position));
    }
  }

  private String value(String name, Position position) {
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
    char quote = at < text.length() ? text.charAt(at) : '\n';
    if (quote == '\'' || quote == '"') {
      String quoted = quoted(quote, name, position);
      return quote == '"' ? interpolated(unescaped(quoted), name, position) : quoted;
    }
    int end = endOfLine();
    String value = text.substring(at, end);
    at = end;
    int comment = value.indexOf(" #");
    String plain = comment < 0 ? value : value.substring(0, comment);
    return interpolated(plain.stripTrailing(), name, position);
  }

  private String quoted(char quote, String name, Position position) {
    StringBuilder value = new StringBuilder();
    for (int i = at + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == quote) {
        at = i + 1;
        return value.toString();
      }
      line += c == '\n' ? 1 : 0;
      if (c == '\\' && i + 1 < text.length()) {
        i++;
        char escaped = text.charAt(i);
        value.append(escaped == quote ? "" : "\\").append(escaped);
        line += escaped == '\n' ? 1 : 0;
      } else {
        value.append(c);
      }
    }
    throw Problem.in(
        KIND,
        position,
        name,
        "a quote is not closed",
        "Found: " + text.substring(at, endOfLine()),
        "Close the quote with " + quote + ".");
  }

  /** What double quotes make of backslashes; one that begins no escape stays. */
  private static String unescaped(String quoted) {
    return ESCAPE
        .matcher(quoted)
        .replaceAll(
            escape ->
                Matcher.quoteReplacement(
                    escape.group(1) == null
                        ? escaped(escape.group().charAt(1))
                        : Character.toString(Integer.parseInt(escape.group(1), 8))));
  }

  private static String escaped(char c) {
    return switch (c) {
      case 'a' -> "\007";
      case 'b' -> "\b";
      case 'f' -> "\f";
      case 'n' -> "\n";
      case 'r' -> "\r";
      case 't' -> "\t";
      case 'v' -> "\013";
      case '$' -> "$$"; // A plain dollar sign of the interpolation that follows.
      default -> String.valueOf(c);
    };
  }

  private String interpolated(String value, String name, Position position) {
    try {
      return new Interpolation(this::lookUp, unset -> warn(unset, name, position)).apply(value);
    } catch (Interpolation.Failure failure) {
      throw failure.in(KIND, position, name);
    }
  }

  private @Nullable String lookUp(String name) {
    String value = variables.get(name);
    Value earlier = values.get(name);
    return value == null && earlier != null ? earlier.text() : value;
  }

  private void warn(String unset, String name, Position position) {
    warnings.add(
        position, name, "variable '" + unset + "' is not set; an empty text stands for it");
  }

  private int endOfLine() {
    return endOfLine(at);
  }

  private int endOfLine(int from) {
    int end = text.indexOf('\n', from);
    return end < 0 ? text.length() : end;
  }
}
