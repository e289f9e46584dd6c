package dev.trestle.protocol;

import java.util.function.UnaryOperator;

/**
 * Masks a text that comes in pieces, line by line. What has no line end yet is kept, since half a
 * secret would not be recognised; of a line that does not end only its last part is kept. Not safe
 * for use by many threads.
 */
public final class MaskedLines {

  private static final int LONGEST_LINE = 1 << 16;

  /** No secret that is known by its value is longer. */
  private static final int KEPT = 1 << 13;

  private static final int STEP = 1 << 10;

  private final UnaryOperator<String> mask;
  private final String endOfPiece;
  private final StringBuilder kept = new StringBuilder();

  /** Whether what comes up to the line's end belongs to a secret without an end. */
  private boolean isWithinSecret;

  /**
   * Begins with nothing.
   *
   * @param mask the masking of one line
   * @param endOfPiece what follows each part of a line that is too long
   */
  public MaskedLines(UnaryOperator<String> mask, String endOfPiece) {
    this.mask = mask;
    this.endOfPiece = endOfPiece;
  }

  /** Takes the next piece and returns what can be written of all that came. */
  public String add(CharSequence piece) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < piece.length(); i++) {
      char c = piece.charAt(i);
      if (c == '\n') {
        out.append(rest()).append('\n');
        isWithinSecret = false;
      } else if (!isWithinSecret) {
        kept.append(c);
        if (kept.length() >= LONGEST_LINE) {
          out.append(beginning());
        }
      }
    }
    return out.toString();
  }

  /** Whether something is kept. */
  public boolean hasRest() {
    return kept.length() > 0;
  }

  /** Returns what is kept, which is then over. */
  public String rest() {
    int end = kept.length();
    String line = kept.substring(0, end > 0 && kept.charAt(end - 1) == '\r' ? end - 1 : end);
    kept.setLength(0);
    return mask.apply(line);
  }

  /** The part of a long line before a place at which no secret is cut. */
  private String beginning() {
    String line = kept.toString();
    String whole = Secrets.mask(line);
    for (int at = line.length() - KEPT; at > 0; at -= STEP) {
      String end = Secrets.mask(line.substring(at));
      String begin = Secrets.mask(line.substring(0, at));
      if (whole.equals(begin + end)) {
        kept.delete(0, at);
        return mask.apply(line.substring(0, at)) + endOfPiece;
      }
    }
    isWithinSecret = true;
    return rest() + endOfPiece;
  }
}
