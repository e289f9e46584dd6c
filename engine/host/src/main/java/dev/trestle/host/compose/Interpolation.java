package dev.trestle.host.compose;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Puts the values of variables into text, by the rules of the Compose specification's chapter
 * <em>Interpolation</em>. A dollar sign that begins none of {@code $$}, {@code $NAME} and {@code
 * ${…}} is a plain one, as in {@code $(date)}.
 */
final class Interpolation {
  /** Finds the value of a variable. */
  interface Lookup {
    @Nullable String get(String name);
  }

  /** Told of each variable that has neither a value nor a default. */
  interface Unset {
    void variable(String name);
  }

  /** The text cannot be interpolated. */
  static final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String evidence;
    private final String advice;

    Failure(String what, String evidence, String advice) {
      super(what);
      this.evidence = evidence;
      this.advice = advice;
    }

    /** The error that a reader of the file sees. */
    ComposeException in(String kind, Position position, String key) {
      return Problem.in(
          kind, position, key, Objects.requireNonNull(getMessage()), evidence, advice);
    }
  }

  private static final int MAX_DEPTH = 20;
  private static final int SHOWN = 80;

  private final Lookup lookup;
  private final Unset unset;

  Interpolation(Lookup lookup, Unset unset) {
    this.lookup = lookup;
    this.unset = unset;
  }

  String apply(String text) {
    return apply(text, 0);
  }

  private String apply(String text, int depth) {
    if (depth > MAX_DEPTH) {
      throw new Failure(
          "variables are nested too deeply",
          "More than " + MAX_DEPTH + " levels of ${...} in each other.",
          "Use fewer levels.");
    }
    StringBuilder result = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      int dollar = text.indexOf('$', at);
      if (dollar < 0) {
        return result.append(text, at, text.length()).toString();
      }
      result.append(text, at, dollar);
      at = variable(text, dollar, result, depth);
    }
    return result.toString();
  }

  /** Appends what stands for the dollar, and returns where the text goes on. */
  private int variable(String text, int dollar, StringBuilder result, int depth) {
    int next = dollar + 1;
    if (next < text.length() && text.charAt(next) == '$') {
      result.append('$');
      return next + 1;
    }
    if (next < text.length() && text.charAt(next) == '{') {
      int close = closing(text, next);
      if (close < 0) {
        throw malformed(around(text, dollar));
      }
      result.append(braced(text.substring(next + 1, close), depth));
      return close + 1;
    }
    int end = endOfName(text, next);
    result.append(end == next ? "$" : plain(text.substring(next, end)));
    return end;
  }

  private String braced(String expression, int depth) {
    int end = endOfName(expression, 0);
    String name = expression.substring(0, end);
    String rest = expression.substring(end);
    if (name.isEmpty()) {
      throw malformed("${" + expression + "}");
    }
    if (rest.isEmpty()) {
      return plain(name);
    }
    boolean emptyIsUnset = rest.startsWith(":");
    String operation = emptyIsUnset ? rest.substring(1) : rest;
    String value = lookup.get(name);
    boolean set = value != null && !(emptyIsUnset && value.isEmpty());
    String word = operation.isEmpty() ? "" : operation.substring(1);
    return switch (operation.isEmpty() ? ' ' : operation.charAt(0)) {
      case '-' -> set && value != null ? value : apply(word, depth + 1);
      case '+' -> set ? apply(word, depth + 1) : "";
      case '?' -> {
        if (set && value != null) {
          yield value;
        }
        throw required(name, value, apply(word, depth + 1));
      }
      default -> throw malformed("${" + expression + "}");
    };
  }

  private String plain(String name) {
    String value = lookup.get(name);
    if (value == null) {
      unset.variable(name);
      return "";
    }
    return value;
  }

  private static Failure required(String name, @Nullable String value, String message) {
    return new Failure(
        "the required variable '" + name + "' is " + (value == null ? "not set" : "empty"),
        message.isBlank() ? "The file gives no reason." : "The file says: " + message,
        "Set " + name + " in the environment, or in the file .env of the project directory.");
  }

  private static Failure malformed(String text) {
    return new Failure(
        "a variable is malformed",
        "Found: " + text,
        "Write ${NAME} or ${NAME:-default} for a variable, and $${ for a plain ${.");
  }

  /** The brace that closes one; braces within, such as JSON's, come in pairs where they can. */
  private static int closing(String text, int open) {
    int depth = 0;
    for (int i = open; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '{') {
        depth++;
      } else if (c == '}' && --depth == 0) {
        return i;
      }
    }
    int newLine = text.indexOf('\n', open);
    int last = text.lastIndexOf('}', newLine < 0 ? text.length() : newLine);
    return last > open ? last : -1;
  }

  private static String around(String text, int dollar) {
    int from = Math.max(0, dollar - SHOWN / 2);
    int to = Math.min(text.length(), dollar + SHOWN);
    return (from > 0 ? "…" : "") + text.substring(from, to) + (to < text.length() ? "…" : "");
  }

  private static int endOfName(String text, int start) {
    int end = start;
    while (end < text.length() && isNamePart(text.charAt(end), end == start)) {
      end++;
    }
    return end;
  }

  private static boolean isNamePart(char c, boolean first) {
    return c == '_'
        || (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (!first && c >= '0' && c <= '9');
  }
}
