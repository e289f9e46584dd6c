package dev.trestle.maven;

import dev.trestle.protocol.VisibleText;
import java.io.PrintStream;

/** One line of a terminal that is written again and again. */
final class ProgressLine {

  private static final int WIDTH = 78;

  private final PrintStream out;
  private final boolean shown;
  private boolean dirty;

  /**
   * A line.
   *
   * @param out the terminal
   * @param shown false where there is no terminal: nothing is written then
   */
  ProgressLine(PrintStream out, boolean shown) {
    this.out = out;
    this.shown = shown;
  }

  /** Whether there is a terminal. */
  boolean isShown() {
    return shown;
  }

  /** Puts a text in place of the one before. */
  void show(String message) {
    if (shown) {
      String text = VisibleText.of(message);
      out.print("\r\033[K" + (text.length() > WIDTH ? text.substring(0, WIDTH - 1) + "…" : text));
      out.flush();
      dirty = true;
    }
  }

  /** Removes the text, so that an ordinary line can follow. */
  void clear() {
    if (dirty) {
      out.print("\r\033[K");
      out.flush();
      dirty = false;
    }
  }
}
