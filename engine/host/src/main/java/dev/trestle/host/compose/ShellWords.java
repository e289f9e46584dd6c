package dev.trestle.host.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Splits a command line as a POSIX shell does, without expansions. */
final class ShellWords {
  private final String line;
  private final List<String> words = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();
  private boolean inWord;
  private int at;

  private ShellWords(String line) {
    this.line = line;
  }

  /** The words, or nothing when a quote is not closed. */
  static Optional<List<String>> split(String line) {
    return new ShellWords(line).split();
  }

  private Optional<List<String>> split() {
    while (at < line.length()) {
      char c = line.charAt(at++);
      boolean closed = true;
      switch (c) {
        case ' ', '\t', '\n', '\r' -> endWord();
        case '\'' -> closed = quoted('\'', false);
        case '"' -> closed = quoted('"', true);
        case '\\' -> closed = escaped();
        default -> take(c);
      }
      if (!closed) {
        return Optional.empty();
      }
    }
    endWord();
    return Optional.of(List.copyOf(words));
  }

  private boolean quoted(char quote, boolean escapes) {
    inWord = true;
    while (at < line.length()) {
      char c = line.charAt(at++);
      if (c == quote) {
        return true;
      }
      boolean escape =
          escapes && c == '\\' && at < line.length() && "\"\\$`\n".indexOf(line.charAt(at)) >= 0;
      take(escape ? line.charAt(at++) : c);
    }
    return false;
  }

  private boolean escaped() {
    if (at == line.length()) {
      return false;
    }
    char c = line.charAt(at++);
    if (c != '\n') {
      take(c);
    }
    return true;
  }

  private void take(char c) {
    inWord = true;
    word.append(c);
  }

  private void endWord() {
    if (inWord) {
      words.add(word.toString());
    }
    word.setLength(0);
    inWord = false;
  }
}
