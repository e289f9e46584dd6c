package dev.trestle.steps.core.phrase;

/** Turns capture groups of a regular expression into plain groups. */
final class CaptureGroups {

  private CaptureGroups() {}

  /** The same expression without capture groups. */
  static String without(String regexp) {
    StringBuilder result = new StringBuilder();
    boolean inClass = false;
    for (int i = 0; i < regexp.length(); i++) {
      char c = regexp.charAt(i);
      if (c == '\\') {
        int end = escapeEnd(regexp, i);
        result.append(regexp, i, end);
        i = end - 1;
        continue;
      }
      result.append(c);
      if (c == '[') {
        inClass = true;
      } else if (c == ']') {
        inClass = false;
      } else if (c == '(' && !inClass) {
        i += openGroup(regexp, i, result);
      }
    }
    return result.toString();
  }

  private static int escapeEnd(String regexp, int start) {
    if (regexp.startsWith("\\Q", start)) {
      int end = regexp.indexOf("\\E", start);
      return end < 0 ? regexp.length() : end + 2;
    }
    return Math.min(start + 2, regexp.length());
  }

  /**
   * Writes what makes the group plain, and returns how many characters of the source it replaces.
   */
  private static int openGroup(String regexp, int open, StringBuilder result) {
    if (!regexp.startsWith("?", open + 1)) {
      result.append("?:");
      return 0;
    }
    boolean named =
        regexp.startsWith("?<", open + 1)
            && !regexp.startsWith("?<=", open + 1)
            && !regexp.startsWith("?<!", open + 1);
    if (!named) {
      return 0;
    }
    result.append("?:");
    return regexp.indexOf('>', open) - open;
  }
}
