@epic:Prices @owner:pricing
Feature: Promotion
  A promotion lowers the price of some products by itself.

  Background:
    Given the shop sells "Beans" at 3.50 EUR
    And the shop sells "Filters" at 2.00 EUR
    And "Ada" is a shopper from "DE"

  @severity:normal
  Scenario: A percentage is taken from the products it is for
    Given "Beans" is 20% off
    When "Ada" puts 2 "Beans" into her cart
    And "Ada" puts 1 "Filters" into her cart
    Then the cart of "Ada" costs 9.04 EUR

  @severity:normal
  Scenario: A fixed amount is taken from each piece after the percentage
    Given "Beans" is 20% off
    And "Beans" is 0.30 EUR off
    When "Ada" puts 2 "Beans" into her cart
    Then the cart of "Ada" costs 5.95 EUR

  @severity:minor
  Scenario: A promotion never makes a price negative
    Given "Filters" is 5.00 EUR off
    When "Ada" puts 1 "Filters" into her cart
    Then the cart of "Ada" costs 0.00 EUR

  @severity:normal
  Scenario: Two percentages are taken one after the other
    Given "Beans" is 10% off
    And "Beans" is 20% off
    When "Ada" puts 1 "Beans" into her cart
    Then the cart of "Ada" costs 3.00 EUR

  @severity:normal
  Scenario: A promotion counts while it lasts, neither before nor after
    Given "Beans" is 20% off until "2020-01-01"
    And "Beans" is 30% off from "2199-01-01" on
    When "Ada" puts 1 "Beans" into her cart
    Then the cart of "Ada" costs 4.17 EUR

  @severity:normal
  Scenario: A cart costs what its products cost today
    Given "Ada" puts 2 "Beans" into her cart
    When the price of "Beans" changes to 4.00 EUR
    Then the cart of "Ada" costs 9.52 EUR

  @severity:normal
  Scenario: The cart says how its price is made up
    Given "Beans" is 20% off
    When "Ada" puts 2 "Beans" into her cart
    Then the cart of "Ada" costs 6.66 EUR
    And this is for 2 "Beans" at 3.50 EUR each: 7.00 EUR less 1.40 EUR makes 5.60 EUR
