package dev.trestle.host.compose;

/**
 * A scalar with the place where it is written.
 *
 * @param text the text, after interpolation
 * @param position where it is written
 */
public record Value(String text, Position position) {
  @Override
  public String toString() {
    return text;
  }
}
