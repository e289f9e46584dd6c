package dev.trestle.steps.commerce;

import dev.trestle.steps.core.ScenarioScope;
import dev.trestle.steps.core.ValueFunction;

/** Turns <code>${currency:3.50 EUR}</code> into {@code EUR}. */
public final class CurrencyFunction implements ValueFunction {

  @Override
  public String name() {
    return "currency";
  }

  @Override
  public String apply(String argument, ScenarioScope scope) {
    return Money.parse(argument).currency();
  }
}
