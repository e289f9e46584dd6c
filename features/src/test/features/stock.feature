@epic:Buying @owner:inventory
Feature: Stock
  Nothing is sold that is not there.

  @critical @severity:blocker @edges
  Scenario: Two shoppers want the last item
    Given the shop has 1 "Beans" for 3.50 EUR each
    And "Ada" is a shopper from "DE"
    And "Ben" is a shopper from "DE"
    And "Ada" puts 1 "Beans" into her cart
    And "Ben" puts 1 "Beans" into his cart
    When "Ada" pays with a valid card
    Then the order of "Ada" is confirmed
    When "Ben" pays with a valid card
    Then the shop answers that "Beans" is sold out
    And the money is taken once
    And 0 "Beans" are left in stock

  @severity:normal @edges
  Scenario: An order of more than there is takes nothing from the shelf
    Given the shop has 5 "Beans" for 3.50 EUR each
    And the shop has 3 "Filters" for 2.00 EUR each
    And "Ada" is a shopper from "DE"
    And "Ada" puts 2 "Beans" into her cart
    And "Ada" puts 4 "Filters" into her cart
    When "Ada" pays with a valid card
    Then the shop answers that only 3 of 4 "Filters" are left
    And no money is taken
    And 5 "Beans" are left in stock
    And 3 "Filters" are left in stock

  @severity:blocker @edges
  Scenario: Twenty shoppers want the last five items
    Given the shop has 5 "Beans" for 3.50 EUR each
    And 20 shoppers at once have 1 "Beans" in the cart
    When all of them at once pay with a valid card
    Then for exactly 5 of them, their order is confirmed
    And for the others, the shop answers that "Beans" is sold out
    And the money is taken 5 times
    And 0 "Beans" are left in stock

  @severity:critical
  Scenario: Three shoppers at once buy all that there is
    Given the shop has 6 "Beans" for 3.50 EUR each
    When 3 shoppers at once want 2 "Beans"
    Then for exactly 3 of them, their order is confirmed at 8.33 EUR
    And 0 "Beans" are left in stock
