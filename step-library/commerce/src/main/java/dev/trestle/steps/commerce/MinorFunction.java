package dev.trestle.steps.commerce;

import dev.trestle.steps.core.ScenarioScope;
import dev.trestle.steps.core.ValueFunction;

/** Turns <code>${minor:3.50 EUR}</code> into {@code 350}, the amount in minor units. */
public final class MinorFunction implements ValueFunction {

  @Override
  public String name() {
    return "minor";
  }

  @Override
  public String apply(String argument, ScenarioScope scope) {
    return String.valueOf(Money.parse(argument).minorUnits());
  }
}
