@epic:Prices @owner:pricing
Feature: Tax
  The shopper's country decides about the tax.

  @critical @severity:critical
  Scenario Outline: A shopper from <country> pays <tax> of tax
    Given the shop sells "Beans" at 3.50 EUR
    And "Ada" is a shopper from "<country>"
    When "Ada" puts 3 "Beans" into her cart
    Then the cart of "Ada" costs <total>
    And <tax> of it is tax

    Examples:
      | country | total     | tax      |
      | DE      | 12.50 EUR | 2.00 EUR |
      | FR      | 12.60 EUR | 2.10 EUR |
      | CH      | 11.35 EUR | 0.85 EUR |
      | US      | 10.50 EUR | 0.00 EUR |

  @severity:normal
  Scenario: A country without a tax rate gets no price
    Given the shop sells "Beans" at 3.50 EUR
    And "Ada" is a shopper from "JP"
    And "Ada" puts 1 "Beans" into her cart
    When "Ada" asks for the price of her cart
    Then the shop answers that it does not sell to this country
