Feature: Buying at the bazaar
  The words are those of any shop.

  Scenario: A paid order reduces the stock
    Given the shop has 5 "Beans" for 3.50 EUR each
    And "Ada" is a shopper from "DE"
    When "Ada" puts 2 "Beans" into her cart
    And "Ada" pays with a valid card
    Then the order of "Ada" is confirmed at 7.00 EUR
    And 3 "Beans" are left in stock

  Scenario: Two shoppers want the last item
    Given the shop has 1 "Beans" for 3.50 EUR each
    And "Ada" is a shopper from "DE"
    And "Ben" is a shopper from "FR"
    When "Ada" bought 1 "Beans"
    And "Ben" puts 1 "Beans" into his cart
    And "Ben" pays with a valid card
    Then the shop answers that "Beans" is sold out
    And 0 "Beans" are left in stock
