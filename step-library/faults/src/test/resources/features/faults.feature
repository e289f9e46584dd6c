Feature: Connections

  Scenario: answers in place of a service
    Given "inventory" answers 503 to "checkout"
    And "inventory" answers 409 to "checkout" for "POST /reservations/*/commit"
    And "pricing" takes 1.5 s to answer "checkout"
    And "pricing" takes 200 ms to answer "test" for "/prices/a.b"

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
