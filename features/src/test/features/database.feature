@epic:Operation @owner:platform
Feature: Database
  Each service keeps what it has promised, and nothing of what failed.

  @critical @severity:critical
  Scenario: An order that fails on the way leaves no reservation behind
    Given the shop has 5 "Beans" for 3.50 EUR each
    And the shop has 3 "Filters" for 2.00 EUR each
    And "Ada" is a shopper from "DE"
    And "Ada" puts 2 "Beans" into her cart
    And "Ada" puts 4 "Filters" into her cart
    When "Ada" pays with a valid card
    Then the shop answers that only 3 of 4 "Filters" are left
    And the order of "Ada" is cancelled
    And no reservation is kept for the order of "Ada"
    And no reservation of "Beans" is kept
    And the books of the inventory have 5 "Beans", 0 of them reserved
    And the books of the inventory have 3 "Filters", 0 of them reserved

  @critical @severity:critical @edges
  Scenario: A refund that the acquirer refuses leaves no trace in the books
    Given the shop has 5 "Beans" for 3.50 EUR each
    And "Ada" is a shopper from "DE"
    And "Ada" bought 2 "Beans"
    And the acquirer gives no money back
    When the staff tries to refund 3.50 EUR of the order of "Ada"
    Then the shop answers that the acquirer refuses
    And the books of the payments have 8.33 EUR taken and 0.00 EUR given back for the order of "Ada"

  @critical @severity:critical @edges
  Scenario: An order that is undone is undone step by step, and told once
    Given the shop has 5 "Beans" for 3.50 EUR each
    And "Ada" is a shopper from "DE"
    And "Ada" puts 2 "Beans" into her cart
    And the inventory fails once the payment is done
    When "Ada" pays with a valid card
    Then the shop asks to try again later
    And the order of "Ada" is cancelled
    And every step of the order of "Ada" is kept as UNDONE
    And the order of "Ada" is kept as CANCELLED, and told once
    And the books of the payments have 8.33 EUR taken and 8.33 EUR given back for the order of "Ada"

  @severity:normal
  Scenario: An order is kept with its steps, its payment, its coupon and its news
    Given the shop has 5 "Beans" for 3.50 EUR each
    And the coupon "SPRING" takes 10% off
    And "Ada" is a shopper from "DE"
    And "Ada" puts 2 "Beans" into her cart
    When "Ada" pays with a valid card and the coupon "SPRING"
    Then the order of "Ada" is confirmed at 7.50 EUR
    And every step of the order of "Ada" is kept as DONE
    And the order of "Ada" is kept as CONFIRMED, and told once
    And the books of the payments have 7.50 EUR taken and 0.00 EUR given back for the order of "Ada"
    And the card of "Ada" is kept with its last digits only
    And the use of the coupon "SPRING" is kept for the order of "Ada"
    And the books of the inventory have 3 "Beans", 0 of them reserved

  @severity:normal
  Scenario: A cart is kept as it was last changed
    Given the shop sells "Beans" at 3.50 EUR
    And "Ada" is a shopper from "DE"
    When "Ada" puts 2 "Beans" into her cart
    Then 2 "Beans" are kept in the cart of "Ada"
    When "Ada" puts 3 "Beans" into her cart
    Then 3 "Beans" are kept in the cart of "Ada"
    When "Ada" takes "Beans" out of her cart
    Then no "Beans" are kept in the cart of "Ada"

  @severity:normal
  Scenario: A change that comes too late changes nothing
    Given the shop sells "Beans" at 3.50 EUR
    And "Ada" is a shopper from "DE"
    And "Ada" puts 1 "Beans" into her cart
    And "Ada" looks at her cart
    And "Ada" puts 2 "Beans" into her cart
    When "Ada" changes the cart as she saw it to 9 "Beans"
    Then the shop answers that the cart has changed
    And 2 "Beans" are kept in the cart of "Ada"

  @severity:normal
  Scenario: A product has one price, the last one
    Given the shop sells "Beans" at 3.50 EUR
    When the price of "Beans" changes to 4.00 EUR
    Then "Beans" is kept at 4.00 EUR

  @severity:normal
  Scenario: Shoppers and the key of their sessions outlive the service that keeps them
    Given "Ada" is a shopper from "DE"
    Then "Ada" is kept as a shopper without her password
    And the key that signs sessions is kept

  @severity:normal
  Scenario: News that arrives twice is kept once
    When the news of a confirmed order of "Ada" arrives twice
    Then "Ada" is told once by email that this order is confirmed
    And the news of the order of "Ada" is kept once, as SENT

  @critical @severity:critical
  Scenario Outline: The tables of <service> are as its code expects them: <table>
    Then the service "<service>" keeps "<table>" as "<columns>"

    Examples:
      | service      | table        | columns                                                                                                                                   |
      | identity     | signing_keys | kid text, jwk text, created_at timestamp with time zone                                                                                   |
      | pricing      | products     | sku text, name text, amount bigint, currency text                                                                                         |
      | cart         | cart_items   | cart_id text, sku text, quantity integer, position bigint                                                                                 |
      | inventory    | stock        | sku text, on_hand integer, reserved integer                                                                                               |
      | payment      | refunds      | id text, payment_id text, idempotency_key text, requested bigint, amount bigint, status text, created_at timestamp with time zone         |
      | checkout     | saga_steps   | order_id text, step text, position integer, state text, result text                                                                       |
      | notification | inbox        | event_id text, position bigint, order_id text, type text, recipient text, payload text, traceparent text, status text, refusals integer, due_at timestamp with time zone, received_at timestamp with time zone, sent_at timestamp with time zone |

  @critical @severity:critical
  Scenario Outline: The database of <service> refuses <what>
    Then the service "<service>" refuses to keep "<values>" in "<table>"

    Examples:
      | service      | what                           | table                                                                                                                             | values                                                                 |
      | identity     | a second user of one email     | users (id, email, name, country, role, password_hash)                                                                             | 'x', 'staff@cornershop.example', 'Eve', 'DE', 'shopper', 'x'           |
      | pricing      | a negative price               | products                                                                                                                          | 'x', 'Beans', -1, 'EUR'                                                |
      | pricing      | a tax of more than everything  | taxes                                                                                                                             | 'XX', 10001                                                            |
      | cart         | an item of no cart             | cart_items (cart_id, sku, quantity)                                                                                               | 'no cart', 'x', 1                                                      |
      | inventory    | more reserved than there is    | stock                                                                                                                             | 'x', 1, 2                                                              |
      | payment      | more taken than was authorised | payments (id, requested_by, idempotency_key, fingerprint, order_id, customer_id, amount, currency, card, status, captured)        | 'x', 'x', 'x', 'x', 'x', 'x', 100, 'EUR', 'x', 'CAPTURED', 101         |
      | payment      | a refund of no payment         | refunds (id, payment_id, idempotency_key, amount, status)                                                                         | 'x', 'no payment', 'x', 1, 'REFUNDED'                                  |
      | checkout     | a step of no order             | saga_steps                                                                                                                        | 'no order', 'RESERVE', 1, 'DONE', null                                 |
      | notification | news for nobody                | inbox (event_id, order_id, type, recipient, payload, traceparent)                                                                 | 'x', 'x', 'order.confirmed', null, '', ''                              |
