package dev.trestle.steps.database;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Splits SQL into its words by the rules of PostgreSQL,
 * https://www.postgresql.org/docs/current/sql-syntax-lexical.html, in one pass. Places such as
 * <code>${name}</code> are words, too, and may stand within texts.
 */
final class SqlLexer {

  /** What a word is. */
  enum Kind {
    /** A keyword or a name without quotes. */
    WORD,
    /** A text in single quotes, with its prefix if it has one. */
    TEXT,
    /** A text between dollars, such as a function's body. */
    DOLLAR_TEXT,
    /** A name in double quotes. */
    NAME,
    COMMENT,
    /** <code>${name}</code> outside quotes. */
    PLACE,
    /** Space, or a character that means something by itself. */
    OTHER
  }

  /**
   * A part of the SQL; all parts in order are the whole.
   *
   * @param kind what it is
   * @param text as written
   */
  record Token(Kind kind, String text) {

    boolean is(String word) {
      return kind == Kind.WORD && text.equalsIgnoreCase(word);
    }
  }

  private final String sql;
  private final Map<Integer, Integer> places;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  private SqlLexer(String sql) {
    this.sql = sql;
    this.places = places(sql);
  }

  static List<Token> tokens(String sql) {
    return new SqlLexer(sql).read();
  }

  private List<Token> read() {
    while (at < sql.length()) {
      char c = sql.charAt(at);
      if (c == '\'') {
        add(Kind.TEXT, endOfText(at, false));
      } else if (c == '"') {
        add(Kind.NAME, endOfQuotes(at, '"'));
      } else if (c == '$' && placeEnd(at) > 0) {
        add(Kind.PLACE, placeEnd(at));
      } else if (c == '$' && dollarTag(at) > 0) {
        add(Kind.DOLLAR_TEXT, endOfDollarText(at, dollarTag(at)));
      } else if (sql.startsWith("--", at)) {
        int end = sql.indexOf('\n', at);
        add(Kind.COMMENT, end < 0 ? sql.length() : end);
      } else if (sql.startsWith("/*", at)) {
        add(Kind.COMMENT, endOfComment(at));
      } else if (isWordStart(c)) {
        word();
      } else if (Character.isDigit(c)) {
        add(Kind.OTHER, endOfNumber(at)); // The letters and dollars in it begin nothing.
      } else {
        add(Kind.OTHER, at + 1);
      }
    }
    return tokens;
  }

  private void add(Kind kind, int end) {
    tokens.add(new Token(kind, sql.substring(at, end)));
    at = end;
  }

  private void word() {
    int end = at + 1;
    while (end < sql.length() && isWordPart(end)) {
      end++;
    }
    boolean prefix = end == at + 1 && end < sql.length() && sql.charAt(end) == '\'';
    char first = Character.toLowerCase(sql.charAt(at));
    if (prefix && "ebxn".indexOf(first) >= 0) {
      add(Kind.TEXT, endOfText(end, first == 'e'));
    } else {
      add(Kind.WORD, end);
    }
  }

  private static boolean isWordStart(char c) {
    return Character.isLetter(c) || c == '_';
  }

  /** A dollar may be in a name, where it begins no text; that of a place ends the name. */
  private boolean isWordPart(int index) {
    char c = sql.charAt(index);
    return Character.isLetterOrDigit(c) || c == '_' || (c == '$' && placeEnd(index) < 0);
  }

  private int endOfNumber(int start) {
    int end = start;
    while (end < sql.length() && (Character.isLetterOrDigit(sql.charAt(end)))) {
      end++;
    }
    return end;
  }

  /** The end of a text whose opening quote is at {@code start}; a place in it may have quotes. */
  private int endOfText(int start, boolean escapes) {
    int end = start + 1;
    while (end < sql.length()) {
      char c = sql.charAt(end);
      int place = c == '$' ? placeEnd(end) : -1;
      if (place > 0) {
        end = place;
      } else if (c == '\'' && sql.startsWith("''", end)) {
        end += 2;
      } else if (c == '\'') {
        return end + 1;
      } else {
        end += escapes && c == '\\' ? 2 : 1;
      }
    }
    return sql.length();
  }

  private int endOfQuotes(int start, char quote) {
    int end = start + 1;
    while (end < sql.length()) {
      boolean quoted = sql.charAt(end) == quote;
      if (quoted && (end + 1 == sql.length() || sql.charAt(end + 1) != quote)) {
        return end + 1;
      }
      end += quoted ? 2 : 1;
    }
    return sql.length();
  }

  /** The end of a tag such as {@code $body$}, or -1 when none is there. */
  private int dollarTag(int start) {
    int end = start + 1;
    while (end < sql.length()
        && (Character.isLetterOrDigit(sql.charAt(end)) || sql.charAt(end) == '_')) {
      end++;
    }
    boolean digit = end > start + 1 && Character.isDigit(sql.charAt(start + 1)); // A parameter.
    return end < sql.length() && sql.charAt(end) == '$' && !digit ? end + 1 : -1;
  }

  private int endOfDollarText(int start, int content) {
    String tag = sql.substring(start, content);
    int end = sql.indexOf(tag, content);
    return end < 0 ? sql.length() : end + tag.length();
  }

  private int endOfComment(int start) {
    int depth = 1;
    int end = start + 2;
    while (end < sql.length() && depth > 0) {
      int change = sql.startsWith("/*", end) ? 1 : sql.startsWith("*/", end) ? -1 : 0;
      depth += change;
      end += change == 0 ? 1 : 2;
    }
    return end;
  }

  /**
   * Where each place of a text begins and ends, found in one pass; places may be within places, and
   * what does not end is none.
   */
  static Map<Integer, Integer> places(String text) {
    Map<Integer, Integer> ends = new HashMap<>();
    Deque<Integer> open = new ArrayDeque<>();
    for (int at = text.indexOf('$'); at >= 0 && at < text.length(); at++) {
      if (text.startsWith("${", at)) {
        open.push(at);
      } else if (text.charAt(at) == '}' && !open.isEmpty()) {
        ends.put(open.pop(), at + 1);
      }
    }
    return ends;
  }

  private int placeEnd(int start) {
    return places.getOrDefault(start, -1);
  }
}
