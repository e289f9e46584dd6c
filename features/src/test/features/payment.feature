@epic:Paying @owner:payment
Feature: Payment
  The acquirer decides about a card; the shop never charges twice and never keeps stock for nothing.

  Background:
    Given the shop has 5 "Beans" for 3.50 EUR each
    And "Ada" is a shopper from "DE"
    And "Ada" puts 2 "Beans" into her cart

  @critical @severity:critical @edges
  Scenario Outline: A payment with <card> is declined and the stock is released
    When "Ada" pays with <card>
    Then the card is declined because of "<reason>"
    And the order of "Ada" is cancelled
    And no money is taken
    And 5 "Beans" are left in stock
    And "Ada" is never told that her order is confirmed

    Examples:
      | card                 | reason             |
      | a declined card      | card_declined      |
      | a card without funds | insufficient_funds |
      | an expired card      | expired_card       |

  @severity:minor @edges
  Scenario: A mistyped card number is refused
    When "Ada" pays with a mistyped card
    Then the shop refuses the card
    And no money is taken
    And 5 "Beans" are left in stock

  @critical @severity:blocker @edges
  Scenario: The acquirer does not answer in time, and the second try does not charge twice
    Given the acquirer does not answer the first request
    When "Ada" pays with a valid card
    Then the order of "Ada" is confirmed at 8.33 EUR
    And the acquirer is asked 2 times for the same payment
    And the money is taken once
    And "Ada" paid 8.33 EUR

  @critical @severity:critical @edges
  Scenario: The acquirer is out of order: the stock is released
    Given the acquirer is out of order
    When "Ada" pays with a valid card
    Then the shop asks to try again later
    And the order of "Ada" is cancelled
    And 5 "Beans" are left in stock

  @critical @severity:critical @edges
  Scenario Outline: <trouble>: no money is taken and the stock is released
    Given <trouble>
    When "Ada" pays with a valid card
    Then the shop asks to try again later
    And the order of "Ada" is cancelled
    And no money is taken
    And 5 "Beans" are left in stock

    Examples:
      | trouble                                       |
      | the acquirer never answers in time            |
      | the acquirer answers with what is no decision |
      | the acquirer approves without saying what     |

  @critical @severity:critical @edges
  Scenario: The acquirer takes the money at the second try, and takes it once
    Given the acquirer does not answer the first request to take the money
    When "Ada" pays with a valid card
    Then the order of "Ada" is confirmed at 8.33 EUR
    And the acquirer is asked 2 times to take the same money
    And "Ada" paid 8.33 EUR
