@epic:Buying @owner:checkout
Feature: Order
  A shopper pays for what is in the cart, the stock goes down, and a mail confirms the order.

  Background:
    Given the shop has 5 "Beans" for 3.50 EUR each
    And "Ada" is a shopper from "DE"

  @critical @severity:blocker
  Scenario: A paid order reduces the stock and is confirmed by email
    When "Ada" puts 2 "Beans" into her cart
    And "Ada" pays with a valid card
    Then the order of "Ada" is confirmed at 8.33 EUR
    And the order lists 2 "Beans" for 7.00 EUR before tax
    And "Ada" paid 8.33 EUR
    And 3 "Beans" are left in stock
    And "Ada" is told by email that her order is confirmed
    And "Ada" gets 1 email

  @critical @severity:critical @edges
  Scenario: A second click on "Pay" orders nothing twice
    Given "Ada" puts 2 "Beans" into her cart
    When "Ada" clicks on "Pay" with a valid card
    Then the order of "Ada" is confirmed
    When "Ada" clicks on "Pay" with a valid card
    Then the shop answers with the same order of "Ada"
    And the money is taken once
    And 3 "Beans" are left in stock

  @severity:normal
  Scenario: A cart that is ordered can be changed no more
    Given "Ada" bought 1 "Beans"
    When "Ada" tries to put 2 "Beans" into her cart
    Then the shop answers that the cart is already ordered
