@epic:Paying @owner:payment
Feature: Refund
  The staff gives money back, never more than was paid.

  Background:
    Given the shop has 5 "Beans" for 3.50 EUR each
    And "Ada" is a shopper from "DE"
    And "Ada" bought 2 "Beans"

  @severity:critical
  Scenario: A part of the price goes back
    When the staff refunds 3.50 EUR of the order of "Ada"
    Then "Ada" gets 3.50 EUR back

  @severity:critical
  Scenario: Refunds never exceed the payment
    Given the staff refunds 8.00 EUR of the order of "Ada"
    When the staff tries to refund 0.34 EUR of the order of "Ada"
    Then the shop answers that this is more than was paid
    And "Ada" gets 8.00 EUR back
