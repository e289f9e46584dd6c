Feature: Connections

  Scenario: answers in place of a service
    Given "inventory" answers 503 to "checkout"
    And "inventory" answers 409 to "checkout" for "POST /reservations/*/commit"
    And "pricing" takes 1.5 s to answer "checkout"
    And "pricing" takes 200 ms to answer "test" for "/prices/a.b?x=*"

  Scenario: unknown service
    Given "inventry" answers 503 to "checkout"

  Scenario: unclear calls
    Given "inventory" answers 503 to "checkout" for "the commit"

  Scenario: third party
    Given the third party "acquirer" answers:
      """
      { "request": { "method": "POST" }, "response": { "status": 402 } }
      """
    And the third party "acquirer" does not answer the first "POST /authorisations"

  Scenario: third party with a broken mapping
    Given the third party "acquirer" answers:
      """
      { "request": {
      """

  Scenario: calls that were made
    When the system has run
    Then "payment" called "acquirer" 2 times for "POST /authorisations"
    And "payment" called "acquirer" 1 time for "GET /authorisations/*"
    And "checkout" called "acquirer" 0 times for "POST /authorisations"
    And all calls of "payment" to "acquirer" for "POST /authorisations" have the same header "Idempotency-Key"

  Scenario: calls that were not made
    When the system has run
    Then "payment" called "acquirer" 3 times for "POST /authorisations"

  Scenario: no call on the edge
    When the system has run
    Then "checkout" called "inventory" 1 time for "POST /reservations"

  Scenario: different headers
    When the system has run
    Then all calls of "payment" to "acquirer" for "/authorisations" have the same header "traceparent"

  Scenario: faults of every kind
    Given "inventory" answers 401 to "checkout" the first time
    And "inventory" answers 503 to "checkout" for "POST /reservations" the first 2 times
    And "inventory" answers 503 to "checkout" from call 3 on
    And "inventory" never answers "checkout"
    And "inventory" refuses the connections of "checkout"
    And "inventory" resets the connections of "checkout"
    And "inventory" cuts its answers to "checkout" half way
    And "inventory" answers "checkout" with malformed JSON
    And "inventory" answers "checkout" with the content type "text/html"
    And "inventory" answers "checkout" with an empty body
    And "inventory" answers "checkout" without the field "$.id"
    And "inventory" answers "checkout" with null at "$.items[0].sku" for "GET /stock/*"
    And "inventory" answers "checkout" with another type at "$.items[*].sku"
    And "inventory" gets every call of "checkout" twice
    When "inventory" answers "checkout" again

  Scenario: unclear field
    Given "inventory" answers "checkout" without the field "total amount"

  Scenario: calls of an order
    When an order was placed
    Then "checkout" called "payment" 2 times
    And "checkout" never called "pricing"
    And "checkout" never called "payment" for "POST /payments/*/capture"
    And "checkout" did not call "inventory" after calling "payment" for "POST /payments/*/void"
    And these calls were made in this order:
      | checkout | inventory | POST /reservations          |
      | checkout | payment   | POST /payments              |
      | checkout | inventory | POST /reservations/*/commit |
    And the last call of "checkout" to "payment" for "POST /payments" says:
      | $.amount | 833 |
    And the last call of "checkout" to "payment" for "POST /payments" is answered with:
      | $.status | AUTHORISED |
    And every call of "checkout" to "payment" took less than 1 s

  Scenario: calls in another order
    When an order was placed
    Then these calls were made in this order:
      | checkout | payment   | POST /payments/*/void |
      | checkout | inventory | POST /reservations    |

  Scenario: a call too many
    When an order was placed
    Then "checkout" did not call "payment" after calling "inventory" for "POST /reservations/*/commit"

  Scenario: another amount
    When an order was placed
    Then the last call of "checkout" to "payment" for "POST /payments" says:
      | $.amount | 834 |

  Scenario: a slow call
    When an order was placed
    Then every call of "checkout" to "payment" took less than 12 ms

  Scenario Outline: status <status>
    Given "inventory" answers <status> to "checkout"

    Examples:
      | status |
      | 0      |
      | 99     |
      | 100    |
      | 101    |
      | 199    |
      | 200    |
      | 599    |
      | 600    |
      | 999    |
