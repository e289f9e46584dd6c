@epic:Prices @owner:pricing
Feature: Coupon
  A shopper who has a coupon pays less, as long as the coupon lasts.

  Background:
    Given the shop has 5 "Beans" for 3.50 EUR each
    And "Ada" is a shopper from "DE"
    And "Ada" puts 2 "Beans" into her cart

  @critical @severity:critical
  Scenario: An order with a coupon costs less and uses the coupon
    Given the coupon "SPRING" takes 10% off
    When "Ada" pays with a valid card and the coupon "SPRING"
    Then the order of "Ada" is confirmed at 7.50 EUR
    And "Ada" paid 7.50 EUR
    And the coupon "SPRING" was used 1 time

  @severity:normal
  Scenario: A coupon that is used up is good for nothing
    Given the coupon "FIRST" takes 10% off, for the first 1 order
    And "Ben" is a shopper from "DE"
    And "Ben" puts 1 "Beans" into his cart
    When "Ada" pays with a valid card and the coupon "FIRST"
    Then the order of "Ada" is confirmed at 7.50 EUR
    When "Ben" pays with a valid card and the coupon "FIRST"
    Then the shop answers that the coupon is used up
    And 3 "Beans" are left in stock

  @severity:normal
  Scenario: A coupon for larger orders waits for a larger order
    Given the coupon "LARGE" takes 10% off from 10.00 EUR on
    When "Ada" asks for the price of her cart with the coupon "LARGE"
    Then the shop answers that the coupon needs a larger order
    And the shop says that the coupon is for orders from 10.00 EUR on
    When "Ada" puts 3 "Beans" into her cart
    Then the cart of "Ada" costs 11.25 EUR with the coupon "LARGE"

  @severity:minor
  Scenario: An invented coupon is not known
    When "Ada" asks for the price of her cart with the coupon "INVENTED"
    Then the shop does not know the coupon

  @severity:normal
  Scenario: A coupon that is over is good for nothing
    Given the coupon "WINTER" takes 10% off until "2020-01-01"
    When "Ada" pays with a valid card and the coupon "WINTER"
    Then the shop answers that the coupon is over
    And "Ada" has 0 orders

  @severity:normal
  Scenario: A coupon that ends one day is good until then
    Given the coupon "SUMMER" takes 10% off until "2199-01-01"
    Then the cart of "Ada" costs 7.50 EUR with the coupon "SUMMER"

  @severity:normal
  Scenario: A payment that is declined does not use the coupon up
    Given the coupon "FIRST" takes 10% off, for the first 1 order
    When "Ada" pays with a declined card and the coupon "FIRST"
    Then the card is declined because of "card_declined"
    And the order of "Ada" is cancelled
    And the coupon "FIRST" was used 0 times

  @severity:normal
  Scenario: A fixed amount is taken off before the tax, and never more than there is
    Given the coupon "ONE" takes 1.00 EUR off
    And the coupon "TEN" takes 10.00 EUR off
    Then the cart of "Ada" costs 7.14 EUR with the coupon "ONE"
    And the cart of "Ada" costs 0.00 EUR with the coupon "TEN"

  @severity:normal
  Scenario: A coupon comes after the promotions
    Given "Beans" is 20% off
    And the coupon "SPRING" takes 10% off
    Then the cart of "Ada" costs 6.00 EUR with the coupon "SPRING"

  @severity:minor
  Scenario: A coupon in dollars is good for nothing in euros
    Given the coupon "DOLLAR" takes 1.00 USD off
    When "Ada" asks for the price of her cart with the coupon "DOLLAR"
    Then the shop answers that the currencies differ

  @severity:minor
  Scenario: A coupon for larger orders is good at the very amount
    Given the coupon "EXACT" takes 10% off from 7.00 EUR on
    Then the cart of "Ada" costs 7.50 EUR with the coupon "EXACT"
