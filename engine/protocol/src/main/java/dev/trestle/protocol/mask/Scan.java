package dev.trestle.protocol.mask;

import org.jspecify.annotations.Nullable;

/** One pass over a text, in which values are replaced from its beginning to its end. */
final class Scan {

  final String text;
  final SecretNames names;
  private final Found found;
  private @Nullable StringBuilder out;
  private int copied;
  private boolean chosen;

  /**
   * A pass.
   *
   * @param found gets each secret
   */
  Scan(String text, SecretNames names, Found found) {
    this.text = text;
    this.names = names;
    this.found = found;
  }

  /** Where what was masked last ends: what stands before is not looked at again. */
  int floor() {
    return copied;
  }

  /** What is masked from now on stands under this name; an empty one is none. */
  void under(String name) {
    chosen = !name.isEmpty() && SecretNames.isOfChosen(name);
  }

  /** Masks a value, unless it tells nothing, and returns its end. */
  int mask(int from, int to) {
    return mask(from, to, Shapes.MASK);
  }

  /** Replaces a value by a text, unless it tells nothing, and returns its end. */
  int mask(int from, int to, String replacement) {
    if (from < copied || to <= from) {
      return to;
    }
    String value = text.substring(from, to);
    if (!Shapes.isShown(value)) {
      found.accept(value, chosen);
      replace(from, to, replacement);
    }
    return to;
  }

  /** Replaces a part that is not to be remembered, and returns its end. */
  int replace(int from, int to, String replacement) {
    StringBuilder target = out == null ? new StringBuilder(text.length()) : out;
    out = target.append(text, copied, from).append(replacement);
    copied = to;
    return to;
  }

  /** Takes note of a secret within a part that is masked whole. */
  void remember(String value) {
    found.accept(value, chosen);
  }

  String result() {
    return out == null ? text : out.append(text, copied, text.length()).toString();
  }

  boolean isAt(int at, char c) {
    return at >= 0 && at < text.length() && text.charAt(at) == c;
  }

  /** The character at a place, or a line end outside the text. */
  char at(int place) {
    return place >= 0 && place < text.length() ? text.charAt(place) : '\n';
  }

  /** The first place of a character between two, or -1. */
  int find(char c, int from, int to) {
    for (int at = from; at < to; at++) {
      if (text.charAt(at) == c) {
        return at;
      }
    }
    return -1;
  }

  int skipBlanks(int from) {
    int at = from;
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
    return at;
  }

  int skipSpace(int from) {
    int at = from;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /** The last place before one that is no blank, no further back than the floor. */
  int backOverBlanks(int before) {
    int at = before - 1;
    while (at >= copied && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at--;
    }
    return at;
  }

  int endOfLine(int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    return end;
  }

  static boolean isWord(char c) {
    return (c >= 'a' && c <= 'z') || c == '_' || Character.isLetterOrDigit(c);
  }
}
