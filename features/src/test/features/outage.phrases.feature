Feature: Outages at Cornershop

  Scenario: the log-in is restarted
    When "identity" is restarted

  Scenario: the database is restarted
    When "postgres" is restarted

  Scenario: the broker is restarted
    When "kafka" is restarted

  Scenario: the {part:word} loses its database
    Given the connection from "<part>" to "postgres" is cut

  Scenario: the {part:word} has its database again
    When the connection from "<part>" to "postgres" is back

  Scenario: the database is slow for the {part:word}
    Given the connection from "<part>" to "postgres" is slowed by 20 ms

  Scenario: every database is slow
    Given the database is slow for the identity
    And the database is slow for the pricing
    And the database is slow for the cart
    And the database is slow for the inventory
    And the database is slow for the payment
    And the database is slow for the till
    And the database is slow for the checkout
    And the database is slow for the notification

  Scenario: news and mail are slow
    Given the connection from "checkout" to "kafka" is slowed by 20 ms
    And the connection from "notification" to "kafka" is slowed by 20 ms
    And the connection from "notification" to "mailbox" is slowed by 20 ms

  Scenario: no news leaves the checkout
    Given the connection from "checkout" to "kafka" is cut

  Scenario: news leaves the checkout again
    When the connection from "checkout" to "kafka" is back

  Scenario: no news reaches the notification
    Given the connection from "notification" to "kafka" is cut

  Scenario: news reaches the notification again
    When the connection from "notification" to "kafka" is back

  Scenario: no mail leaves the notification
    Given the connection from "notification" to "mailbox" is cut

  Scenario: mail leaves the notification again
    When the connection from "notification" to "mailbox" is back

  Scenario: the mail server is down
    Given "mailbox" is stopped

  Scenario: the mail server is up again
    When "mailbox" is back

  Scenario: the inventory is down
    Given "inventory" is stopped

  Scenario: the inventory is up again
    When "inventory" is back

  Scenario: the payment hangs
    Given "payment" is paused

  Scenario: the payment goes on
    When "payment" is back

  Scenario: {shopper:string} looks at the price of {product:string}
    Given "<shopper>" uses the shop
    When I send GET "/products/${alias:<product>}" to "pricing"

  Scenario: the shop does so
    Then the response is a success
