@epic:Buying @owner:notification
Feature: Mail
  Whatever the shop's internal post does, a shopper gets each mail once.

  @severity:normal
  Scenario: News that arrives twice is told once
    When the news of a confirmed order of "Ada" arrives twice
    Then "Ada" is told once by email that this order is confirmed

  @severity:normal
  Scenario: News that nobody can read is kept and holds up nobody
    When news arrives that nobody can read
    Then the unreadable news is kept for the support team
    When the news of a confirmed order of "Ada" arrives
    Then "Ada" is told once by email that this order is confirmed

  @severity:normal
  Scenario Outline: A cancelled order is explained: <reason>
    When the news arrives that the order of "Ada" was cancelled because of "<reason>"
    Then "Ada" is told once by email that this order was cancelled
    And the email to "Ada" says "<words>"
    And the email to "Ada" says "You were not charged."

    Examples:
      | reason              | words                             |
      | out-of-stock        | an item is out of stock           |
      | card-declined       | the card was declined             |
      | payment-unavailable | a part of our shop did not answer |

  @severity:normal @edges
  Scenario: A mail says what was paid, or that the money went back
    Given the shop has 5 "Beans" for 3.50 EUR each
    And "Ada" is a shopper from "DE"
    And "Ada" bought 2 "Beans"
    Then "Ada" is told by email that her order is confirmed
    And the email to "Ada" says "Total: 8.33 EUR"
    Given "Ben" is a shopper from "DE"
    And "Ben" puts 1 "Beans" into his cart
    And the inventory fails once the payment is done
    When "Ben" pays with a valid card
    Then the order of "Ben" is cancelled
    And "Ben" is told by email that his order was cancelled
    And the email to "Ben" says "Your money went back: 4.17 EUR are refunded."

  @severity:normal
  Scenario Outline: News <with> is kept for the support team
    When news of an order arrives that says "<email>" for the email and "<type>" for what happened
    Then that news is kept for the support team

    Examples:
      | with                         | email                   | type            |
      | to an address that is none   | nobody at all           | order.confirmed |
      | without an address           |                         | order.confirmed |
      | of what nobody has heard of  | ada@cornershop.example  | order.vanished  |

  @severity:normal
  Scenario: What one shopper was told is shown to no other
    Given the shop has 5 "Beans" for 3.50 EUR each
    And "Ada" is a shopper from "DE"
    And "Ada" bought 2 "Beans"
    And "Ada" is told by email that her order is confirmed
    And "Ben" is a shopper from "DE"
    When "Ben" asks what was told about the order of "Ada"
    Then nothing is shown
