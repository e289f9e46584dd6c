package dev.trestle.steps.core.phrase;

/**
 * The text of one phrasebook.
 *
 * @param file the file as a reader would name it
 * @param origin where it comes from
 * @param text its content
 */
record PhrasebookSource(String file, Origin origin, String text) {}
