package dev.trestle.steps.core;

/** A function for <code>${name:argument}</code>, found by {@link java.util.ServiceLoader}. */
public interface ValueFunction {

  /** The name before the colon. */
  String name();

  /** The value that stands in place of the whole placeholder. */
  String apply(String argument, ScenarioScope scope);
}
