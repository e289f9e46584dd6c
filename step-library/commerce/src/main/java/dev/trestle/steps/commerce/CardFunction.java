package dev.trestle.steps.commerce;

import dev.trestle.steps.core.ScenarioScope;
import dev.trestle.steps.core.ValueFunction;

/** Turns <code>${card:a valid card}</code> into that test card's number. */
public final class CardFunction implements ValueFunction {

  @Override
  public String name() {
    return "card";
  }

  @Override
  public String apply(String argument, ScenarioScope scope) {
    return TestCard.named(argument).number();
  }
}
