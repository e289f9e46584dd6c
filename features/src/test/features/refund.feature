@epic:Paying @owner:payment
Feature: Refund
  The staff gives money back, never more than was paid.

  Background:
    Given the shop has 5 "Beans" for 3.50 EUR each
    And "Ada" is a shopper from "DE"
    And "Ada" bought 2 "Beans"

  @critical @severity:critical
  Scenario: A part of the price goes back
    When the staff refunds 3.50 EUR of the order of "Ada"
    Then "Ada" gets 3.50 EUR back

  @critical @severity:critical
  Scenario: Refunds never exceed the payment
    Given the staff refunds 8.00 EUR of the order of "Ada"
    When the staff tries to refund 0.34 EUR of the order of "Ada"
    Then the shop answers that this is more than was paid
    And "Ada" gets 8.00 EUR back

  @critical @severity:critical
  Scenario: A second click on "Refund" gives nothing back twice
    When the staff clicks on "Refund" for 3.50 EUR of the order of "Ada"
    Then the refund is made
    When the staff clicks on "Refund" for 3.50 EUR of the order of "Ada"
    Then the shop answers with the refund that was made before
    And "Ada" gets 3.50 EUR back

  @severity:normal
  Scenario: Two refunds add up to the whole payment
    Given the staff refunds 3.50 EUR of the order of "Ada"
    When the staff refunds all that is left of the order of "Ada"
    Then "Ada" gets 8.33 EUR back
    And the payment of "Ada" is refunded in full

  @severity:normal @edges
  Scenario: The acquirer gives nothing back, and the books say so
    Given the acquirer gives no money back
    When the staff tries to refund 3.50 EUR of the order of "Ada"
    Then the shop answers that the acquirer refuses
    And "Ada" gets 0.00 EUR back

  @severity:minor
  Scenario: Nothing is no refund
    When the staff tries to refund 0.00 EUR of the order of "Ada"
    Then the shop refuses the amount
