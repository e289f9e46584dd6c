package dev.trestle.steps.core;

import java.util.List;

/** One artifact of the step library, found by {@link java.util.ServiceLoader}. */
public interface StepArtifact {

  /** The artifact's short name, such as {@code http}. */
  String name();

  /** Packages with step classes. */
  List<String> glue();

  /** Class path resources with phrases, such as {@code commerce/cart.phrases.feature}. */
  List<String> phrasebooks();

  /**
   * The expressions of the steps that touch whatever runs beside them. A scenario that uses one,
   * also through phrases, runs alone.
   */
  default List<String> alone() {
    return List.of();
  }
}
