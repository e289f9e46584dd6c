package dev.trestle.steps.core.phrase;

/**
 * Where a phrasebook comes from.
 *
 * @param library whether it belongs to the step library, whose phrases a project may override
 * @param artifact the short name of the step artifact; {@code project} for a project's own
 */
record Origin(boolean library, String artifact) {

  static final Origin PROJECT = new Origin(false, "project");
}
