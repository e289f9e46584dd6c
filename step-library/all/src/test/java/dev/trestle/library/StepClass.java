package dev.trestle.library;

import java.util.List;

/**
 * A class of primitive steps as its source shows it.
 *
 * @param artifact the artifact id
 * @param description what its steps are about
 * @param steps in the order of the source
 */
record StepClass(String artifact, String description, List<Step> steps) {

  /**
   * One step.
   *
   * @param expression the Cucumber expression
   * @param description from its Javadoc
   * @param example as written in a feature; empty when it has none
   */
  record Step(String expression, String description, String example) {}
}
