@epic:Buying @owner:cart
Feature: Cart
  A cart belongs to one shopper and holds what the shop sells.

  Background:
    Given the shop sells "Beans" at 3.50 EUR
    And "Ada" is a shopper from "DE"

  @critical @severity:critical
  Scenario: The cart of another shopper stays closed
    Given "Ada" puts 2 "Beans" into her cart
    And "Ben" is a shopper from "DE"
    When "Ben" opens the cart of "Ada"
    Then the shop keeps the cart closed
    When "Ben" puts 9 "Beans" into the cart of "Ada"
    Then the shop keeps the cart closed
    And the cart of "Ada" has 2 "Beans"

  @severity:normal
  Scenario: A product that the shop does not sell is refused
    When "Ada" tries to put 1 "Diamonds" into her cart
    Then the shop does not know the product
    And the cart of "Ada" is empty

  @severity:normal
  Scenario Outline: <quantity> is no quantity
    When "Ada" tries to put <quantity> "Beans" into her cart
    Then the shop refuses the quantity
    And the cart of "Ada" is empty

    Examples:
      | quantity |
      | 0        |
      | -1       |
      | 100      |

  @severity:normal
  Scenario: A change to a cart that has changed meanwhile is refused
    Given "Ada" puts 1 "Beans" into her cart
    And "Ada" looks at her cart
    And "Ada" puts 2 "Beans" into her cart
    When "Ada" changes the cart as she saw it to 9 "Beans"
    Then the shop answers that the cart has changed
    And the cart of "Ada" has 2 "Beans"

  @severity:minor
  Scenario: What is taken out of the cart costs nothing
    Given the shop sells "Filters" at 2.00 EUR
    And "Ada" puts 1 "Beans" into her cart
    And "Ada" puts 1 "Filters" into her cart
    When "Ada" takes "Filters" out of her cart
    Then the cart of "Ada" costs 4.17 EUR

  @severity:minor
  Scenario: An empty cart has no price
    When "Ada" asks for the price of her cart
    Then the shop answers that the cart is empty

  @severity:normal
  Scenario: The last quantity counts
    Given "Ada" puts 2 "Beans" into her cart
    When "Ada" puts 3 "Beans" into her cart
    Then the cart of "Ada" has 3 "Beans"

  @severity:normal @edges
  Scenario: While the prices are out of order nothing gets into a cart
    Given the prices are out of order at the cart
    When "Ada" tries to put 1 "Beans" into her cart
    Then the shop asks to try again later
    And the cart of "Ada" is empty

  @severity:normal @edges
  Scenario: A cart waits for the prices no longer than a shopper would
    Given the prices come too late to the cart
    When "Ada" tries to put 1 "Beans" into her cart
    Then the shop asks to try again later

  @severity:normal
  Scenario: Euros and dollars do not add up
    Given the shop sells "Filters" at 2.00 USD
    And "Ada" puts 1 "Beans" into her cart
    And "Ada" puts 1 "Filters" into her cart
    When "Ada" asks for the price of her cart
    Then the shop answers that the currencies differ

  @severity:minor
  Scenario: What is not in the cart cannot be taken out
    When "Ada" tries to take "Beans" out of her cart
    Then the shop finds no such thing

  @severity:minor
  Scenario: A cart that does not exist is not found
    When "Ada" opens a cart that does not exist
    Then the shop finds no such thing
