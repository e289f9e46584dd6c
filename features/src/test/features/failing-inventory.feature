@epic:Buying @owner:checkout
Feature: When a part of the shop fails
  Whatever fails on the way, a shopper never pays for an order that does not exist.

  Background:
    Given the shop has 5 "Beans" for 3.50 EUR each
    And "Ada" is a shopper from "DE"
    And "Ada" puts 2 "Beans" into her cart

  @critical @severity:blocker @edges
  Scenario: The inventory fails after the payment: the money goes back and the stock is released
    Given the inventory fails once the payment is done
    When "Ada" pays with a valid card
    Then the shop asks to try again later
    And the order of "Ada" is cancelled
    And "Ada" gets 8.33 EUR back
    And 5 "Beans" are left in stock
    And "Ada" is told by email that her order was cancelled
    And "Ada" is never told that her order is confirmed

  @critical @severity:critical @edges
  Scenario: The payments are out of order: no money is taken and the stock is released
    Given the payments are out of order
    When "Ada" pays with a valid card
    Then the shop asks to try again later
    And the order of "Ada" is cancelled
    And no money is taken
    And 5 "Beans" are left in stock
