package dev.trestle.host.container;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** The patterns of {@code .dockerignore}: Go's {@code filepath.Match}, and {@code **}. */
final class IgnorePattern {

  private final String written;
  private final StringBuilder regex = new StringBuilder();
  private int at;

  private IgnorePattern(String written) {
    this.written = written;
  }

  /** A pattern for a path; one for a folder holds for all in it. */
  static Pattern of(String written) {
    IgnorePattern pattern = new IgnorePattern(written);
    while (pattern.at < written.length()) {
      pattern.next();
    }
    try {
      return Pattern.compile(pattern.regex + "(/.*)?");
    } catch (PatternSyntaxException e) {
      return Pattern.compile(Pattern.quote(written) + "(/.*)?");
    }
  }

  private void next() {
    char c = written.charAt(at);
    if (written.startsWith("**/", at)) {
      add("(.*/)?", 3);
    } else if (written.startsWith("**", at)) {
      add(".*", 2);
    } else if (c == '*') {
      add("[^/]*", 1);
    } else if (c == '?') {
      add("[^/]", 1);
    } else if (c == '[' && written.indexOf(']', at + 2) > 0) {
      range(written.indexOf(']', at + 2));
    } else if (c == '\\' && at + 1 < written.length()) {
      add(Pattern.quote(written.substring(at + 1, at + 2)), 2);
    } else {
      add(Pattern.quote(String.valueOf(c)), 1);
    }
  }

  /** {@code [a-z]} or {@code [^a-z]}, which no slash fits. */
  private void range(int end) {
    boolean except = written.charAt(at + 1) == '^';
    String range = written.substring(except ? at + 2 : at + 1, end);
    String literal = range.replaceAll("([\\[&^])", "\\\\$1");
    add((except ? "[^/" : "[") + literal + "]", end + 1 - at);
  }

  private void add(String part, int read) {
    regex.append(part);
    at += read;
  }
}
