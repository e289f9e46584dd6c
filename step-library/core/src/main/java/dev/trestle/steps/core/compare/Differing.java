package dev.trestle.steps.core.compare;

import dev.trestle.protocol.Json;
import dev.trestle.protocol.Secrets;
import java.text.Normalizer;

/**
 * Two values that are not the same, for a message: quoted where one could not see what they are or
 * how they differ, and cut around the first difference when they are long.
 *
 * @param actual what is there
 * @param wanted what was expected
 */
public record Differing(String actual, String wanted) {

  /** The most characters of a value that a message shows. */
  public static final int LONGEST = 500;

  private static final int BEFORE = 60;

  /**
   * Two texts as a message shows them.
   *
   * @param actual what is there, as {@link Expected#written} has it
   * @param wanted what is written in the feature
   */
  public static Differing of(String actual, String wanted) {
    return of(actual, true, wanted);
  }

  /**
   * Two values as a message shows them.
   *
   * @param actual what is there, as {@link Expected#written} has it
   * @param isText whether it is a text, which can be quoted
   * @param wanted what is written in the feature
   */
  public static Differing of(String actual, boolean isText, String wanted) {
    int from = Math.max(0, commonStart(actual, wanted) - BEFORE);
    boolean alike = isText && looksLike(actual, wanted);
    boolean quoted = alike || (isText && hidesSomething(actual)) || hidesSomething(wanted);
    return new Differing(
        shown(actual, from, quoted && isText, alike), shown(wanted, from, quoted, alike));
  }

  /**
   * Two values of something that has a name; of two secrets it is shown that they differ, and not
   * what they are.
   *
   * @param name such as a path of JSON or the name of a header
   */
  public static Differing of(String name, String actual, boolean isText, String wanted) {
    String hiddenActual = Secrets.compared(name, actual);
    String hiddenWanted = Secrets.compared(name, wanted);
    boolean plain = hiddenActual.equals(actual) && hiddenWanted.equals(wanted);
    return plain
        ? ofMasked(Secrets.mask(actual), isText, Secrets.mask(wanted))
        : new Differing(hiddenActual, hiddenWanted);
  }

  private static Differing ofMasked(String actual, boolean isText, String wanted) {
    boolean hidden = actual.contains(Secrets.MASK) || wanted.contains(Secrets.MASK);
    return hidden ? new Differing(actual, wanted) : of(actual, isText, wanted);
  }

  /** What is there, said to be another where it looks the same, as two masked secrets do. */
  public String distinctActual() {
    return actual.equals(wanted) ? actual + " (another)" : actual;
  }

  /** A text in double quotes, with what cannot be seen escaped, cut when it is long. */
  public static String quoted(String text) {
    return shown(text, 0, true, false);
  }

  /** A text, quoted only when one could not see what it is, cut when it is long. */
  public static String shown(String text) {
    return shown(text, 0, hidesSomething(text), false);
  }

  private static String shown(String text, int from, boolean quoted, boolean escaped) {
    int start = text.length() > LONGEST ? from : 0;
    String part = text.substring(start, Math.min(text.length(), start + LONGEST));
    boolean has = part.length() > 1 && part.startsWith("\"") && part.endsWith("\"");
    String visible = quoted ? (has ? escape(part, escaped) : quote(part, escaped)) : part;
    return (start > 0 ? "… " : "")
        + visible
        + (start + LONGEST < text.length() ? " … (" + text.length() + " characters)" : "");
  }

  private static String quote(String text, boolean escaped) {
    return escape(Json.write(text), escaped);
  }

  /** With the code of what cannot be seen, or of all that is not ASCII. */
  private static String escape(String text, boolean all) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean hidden = isHidden(c) || (all && c > 0x7e);
      out.append(hidden ? "\\u%04x".formatted((int) c) : String.valueOf(c));
    }
    return out.toString();
  }

  private static boolean hidesSomething(String text) {
    return text.isEmpty()
        || text.charAt(0) == ' '
        || text.charAt(text.length() - 1) == ' '
        || text.chars().anyMatch(c -> isHidden((char) c));
  }

  private static boolean isHidden(char c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          true;
      case Character.SPACE_SEPARATOR -> c != ' ';
      default -> false;
    };
  }

  /** Whether a reader could take one for the other. */
  private static boolean looksLike(String one, String other) {
    return one.length() <= LONGEST && other.length() <= LONGEST && plain(one).equals(plain(other));
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("[\\s\\p{Z}\\p{Cf}]+", " ");
  }

  private static int commonStart(String one, String other) {
    int at = 0;
    while (at < one.length() && at < other.length() && one.charAt(at) == other.charAt(at)) {
      at++;
    }
    return at;
  }
}
