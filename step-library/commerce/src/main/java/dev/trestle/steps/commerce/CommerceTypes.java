package dev.trestle.steps.commerce;

import io.cucumber.java.ParameterType;

/**
 * The parameter types that phrases of a shop can use: {@code {price:money}}, {@code {card:card}}.
 */
public final class CommerceTypes {

  /** An amount and its currency, such as {@code 3.50 EUR}. */
  @ParameterType("-?\\d+(?:\\.\\d+)? [A-Z]{3}")
  public Money money(String written) {
    return Money.parse(written);
  }

  /** A test card by name, such as {@code a valid card}. */
  @ParameterType(TestCard.NAMES)
  public TestCard card(String written) {
    return TestCard.named(written);
  }
}
