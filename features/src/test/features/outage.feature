@epic:Operation @owner:platform @outage
Feature: Outage
  A part of the shop may go down. Nothing that was promised is lost, and the shop is itself again once the part is back.

  @critical @severity:critical
  Scenario: A restart of the log-in keeps the shoppers
    Given "Ada" is a shopper from "DE"
    When the log-in is restarted
    And "Ada" tries to sign in
    Then the shop does so

  @severity:critical @edges
  Scenario Outline: The <part> without its database asks to try again later, and goes on once it is back
    Given the shop has 5 "Beans" for 3.50 EUR each
    And "Ada" is a shopper from "DE"
    And "Ada" bought 1 "Beans"
    When the <part> loses its database
    And <attempt>
    Then the shop asks to try again later
    When the <part> has its database again
    And <attempt>
    Then the shop does so

    Examples:
      | part         | attempt                                         |
      | identity     | "Ada" tries to sign in                          |
      | pricing      | "Ada" looks at the price of "Beans"             |
      | cart         | "Ada" opens the cart of "Ada"                   |
      | inventory    | "Ada" asks for the stock of "Beans"             |
      | payment      | "Ada" opens the payment of "Ada"                |
      | till         | the till charges 3.50 EUR                       |
      | checkout     | "Ada" opens the order of "Ada"                  |
      | notification | "Ada" asks what was told about the order of "Ada" |

  @severity:critical
  Scenario Outline: <outage>, the shop sells on, and the mail comes later
    Given the shop has 5 "Beans" for 3.50 EUR each
    And "Ada" is a shopper from "DE"
    And "Ada" puts 2 "Beans" into her cart
    When <outage>
    And "Ada" pays with a valid card
    Then the order of "Ada" is confirmed
    And "Ada" gets 0 emails
    When <recovery>
    Then "Ada" is told by email that her order is confirmed
    And "Ada" gets 1 email

    Examples:
      | outage                                  | recovery                            |
      | no news leaves the checkout             | news leaves the checkout again      |
      | no news reaches the notification        | news reaches the notification again |
      | no mail leaves the notification         | mail leaves the notification again  |
      | the mail server is down                 | the mail server is up again         |

  @severity:critical
  Scenario: A restart of the database loses no order
    Given the shop has 5 "Beans" for 3.50 EUR each
    And "Ada" is a shopper from "DE"
    And "Ada" bought 2 "Beans"
    When the database is restarted
    Then "Ada" has 1 order
    And 3 "Beans" are left in stock
    When "Ada" takes a cart
    And "Ada" bought 1 "Beans"
    Then 2 "Beans" are left in stock

  @severity:critical @edges
  Scenario: News that was sent before a restart of the broker is not lost
    Given the shop has 5 "Beans" for 3.50 EUR each
    And "Ada" is a shopper from "DE"
    And no mail leaves the notification
    And "Ada" bought 2 "Beans"
    When the broker is restarted
    And mail leaves the notification again
    Then "Ada" is told by email that her order is confirmed
    And "Ada" gets 1 email

  @severity:critical
  Scenario: Without the inventory nothing is sold, and once it is back all is
    Given the shop has 5 "Beans" for 3.50 EUR each
    And "Ada" is a shopper from "DE"
    And "Ada" puts 2 "Beans" into her cart
    When the inventory is down
    And "Ada" pays with a valid card
    Then the shop asks to try again later
    And no money is taken
    When the inventory is up again
    Then 5 "Beans" are left in stock
    When "Ada" pays with a valid card
    Then the order of "Ada" is confirmed

  @severity:normal
  Scenario: A payment that hangs keeps no shopper waiting
    Given the shop has 5 "Beans" for 3.50 EUR each
    And "Ada" is a shopper from "DE"
    And "Ada" puts 2 "Beans" into her cart
    When the payment hangs
    And "Ada" pays with a valid card
    Then the shop asks to try again later
    When the payment goes on
    Then the order of "Ada" is cancelled
    And 5 "Beans" are left in stock

  @severity:normal @edges
  Scenario: A slow database makes the shop slow, not wrong
    Given the shop has 5 "Beans" for 3.50 EUR each
    And "Ada" is a shopper from "DE"
    And the database is slow for the checkout
    When "Ada" puts 2 "Beans" into her cart
    And "Ada" pays with a valid card
    Then the order of "Ada" is confirmed at 8.33 EUR

  @severity:normal
  Scenario: Slow databases, slow news and slow mail make the shop slow, not wrong
    Given the shop has 5 "Beans" for 3.50 EUR each
    And "Ada" is a shopper from "DE"
    And every database is slow
    And news and mail are slow
    When "Ada" puts 2 "Beans" into her cart
    And "Ada" pays with a valid card
    Then the order of "Ada" is confirmed at 8.33 EUR
    And "Ada" is told by email that her order is confirmed
    And the till charges 3.50 EUR again
