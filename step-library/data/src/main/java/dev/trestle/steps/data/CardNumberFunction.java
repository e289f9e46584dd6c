package dev.trestle.steps.data;

import dev.trestle.steps.core.ScenarioScope;
import dev.trestle.steps.core.ValueFunction;

/** Turns <code>${card number:Visa}</code> into a test card's number with a right check digit. */
public final class CardNumberFunction implements ValueFunction {

  /** For {@link java.util.ServiceLoader}. */
  public CardNumberFunction() {}

  @Override
  public String name() {
    return "card number";
  }

  @Override
  public String apply(String argument, ScenarioScope scope) {
    return CardNetwork.named(argument).number(ScenarioRandom.of(scope).numbers());
  }
}
