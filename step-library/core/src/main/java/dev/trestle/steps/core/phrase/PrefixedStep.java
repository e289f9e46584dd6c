package dev.trestle.steps.core.phrase;

import io.cucumber.core.backend.StepDefinition;

/** A form that Trestle gives to a step by writing something before it. */
sealed interface PrefixedStep extends StepDefinition permits GuardStep, AtOnceStep {

  /** The step itself. */
  StepDefinition inner();
}
