package dev.trestle.steps.core.phrase;

/**
 * A line of a phrasebook.
 *
 * @param file the file as a reader would name it
 * @param line the line, from 1
 */
record Place(String file, int line) {

  @Override
  public String toString() {
    return file + ":" + line;
  }
}
