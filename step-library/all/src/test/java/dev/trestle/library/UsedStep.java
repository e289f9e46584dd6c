package dev.trestle.library;

/**
 * A step of a feature that runs as a test.
 *
 * @param keyword Given, When or Then
 * @param text its text, with the values of examples filled in
 */
record UsedStep(String keyword, String text) {

  @Override
  public String toString() {
    return keyword + " " + text;
  }
}
