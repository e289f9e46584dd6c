@epic:Prices @owner:pricing
Feature: Rounding
  Prices end at the smallest coin of their currency, rounded half up.

  @critical @severity:critical
  Scenario Outline: The tax on <price> in <country> is <tax>
    Given the shop sells "Beans" at <price>
    And "Ada" is a shopper from "<country>"
    When "Ada" puts 1 "Beans" into her cart
    Then the cart of "Ada" costs <total>
    And <tax> of it is tax

    Examples:
      | price    | country | total     | tax      |
      | 0.01 EUR | DE      | 0.01 EUR  | 0.00 EUR |
      | 0.50 EUR | DE      | 0.60 EUR  | 0.10 EUR |
      | 5.00 CHF | CH      | 5.41 CHF  | 0.41 CHF |
      | 9.99 EUR | IE      | 12.29 EUR | 2.30 EUR |
      | 101 JPY  | IE      | 124 JPY   | 23 JPY   |

  @severity:normal
  Scenario: The largest quantity of a cart is priced to the cent
    Given the shop sells "Beans" at 3.50 EUR
    And "Ada" is a shopper from "DE"
    When "Ada" puts 99 "Beans" into her cart
    Then the cart of "Ada" costs 412.34 EUR
    And 65.84 EUR of it are tax

  @severity:normal
  Scenario: Half a cent off is a cent off
    Given the shop sells "Beans" at 0.30 EUR
    And "Beans" is 15% off
    And "Ada" is a shopper from "US"
    When "Ada" puts 1 "Beans" into her cart
    Then the cart of "Ada" costs 0.25 EUR
