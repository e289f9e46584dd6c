package dev.trestle.steps.data;

import dev.trestle.steps.core.ScenarioScope;
import dev.trestle.steps.core.ValueFunction;

/** Turns <code>${random:name}</code> into a new random name, and so on. */
public final class RandomFunction implements ValueFunction {

  /** For {@link java.util.ServiceLoader}. */
  public RandomFunction() {}

  @Override
  public String name() {
    return "random";
  }

  @Override
  public String apply(String argument, ScenarioScope scope) {
    return new RandomValue(argument.strip(), ScenarioRandom.of(scope), scope).make();
  }
}
