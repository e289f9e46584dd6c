package dev.trestle.library;

/**
 * A step of a feature that runs as a test.
 *
 * @param keyword Given, When or Then
 * @param before what stands before it, such as {@code 20 shoppers at once }
 * @param text its text, with the values of examples filled in
 */
record UsedStep(String keyword, String before, String text) {

  @Override
  public String toString() {
    return keyword + " " + before + text;
  }
}
