package dev.trestle.steps.core.phrase;

/**
 * A line of a phrasebook.
 *
 * @param file the file as a reader would name it
 * @param line the line, from 1; 0 for the file as a whole, or for what is no file
 */
record Place(String file, int line) {

  @Override
  public String toString() {
    return line == 0 ? file : file + ":" + line;
  }
}
