package dev.trestle.steps.core.phrase;

/**
 * One mistake in a phrasebook, told in four parts.
 *
 * @param what what is wrong
 * @param evidence what was seen
 * @param place where to look
 * @param fix what to do
 */
record Problem(String what, String evidence, Place place, String fix) {

  String text() {
    return what
        + "\n"
        + (evidence.isEmpty() ? "" : evidence + "\n")
        + "Look at "
        + place
        + ".\n"
        + fix;
  }
}
