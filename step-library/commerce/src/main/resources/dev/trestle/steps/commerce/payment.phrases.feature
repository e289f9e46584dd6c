Feature: Ordering and paying

  Scenario: {shopper:string} pays with {card:card}
    Orders what is in the cart. Cards: a valid card, a declined card, a card without funds, an
    expired card, a mistyped card.

    Given "<shopper>" uses the shop
    When I send POST "/orders" to "checkout" with body:
      """
      {
        "cartId": "${cart of <shopper>}",
        "country": "${country of <shopper>}",
        "card": {"number": "${card:<card>}", "expiry": "12/39", "cvc": "123"}
      }
      """

  Scenario: {shopper:string} pays with {card:card} and the coupon {coupon:string}
    Given "<shopper>" uses the shop
    When I send POST "/orders" to "checkout" with body:
      """
      {
        "cartId": "${cart of <shopper>}",
        "country": "${country of <shopper>}",
        "coupon": "${alias:<coupon>}",
        "card": {"number": "${card:<card>}", "expiry": "12/39", "cvc": "123"}
      }
      """

  Scenario: {shopper:string} clicks on "Pay" with {card:card}
    As a browser does, with a key that makes a second click on the same cart harmless.

    Given the request header "Idempotency-Key" is "${alias:pay}-${cart of <shopper>}"
    When "<shopper>" pays with <card>

  Scenario: {shopper:string} bought {quantity:int} {product:string}
    Puts it into the cart, pays, and the order is confirmed.

    When "<shopper>" puts <quantity> "<product>" into their cart
    And "<shopper>" pays with a valid card
    Then the order of "<shopper>" is confirmed

  Scenario: the order of {shopper:string} is confirmed
    The answer to paying; the order is known as hers from then on.

    Then the response status is 201
    And the response at "$.status" is "CONFIRMED"
    And I save the response at "$.id" as "order of <shopper>"
    And I save the response at "$.paymentId" as "payment of <shopper>"

  Scenario: the order of {shopper:string} is confirmed at {total:money}
    Then the order of "<shopper>" is confirmed
    And the response has:
      | $.total    | ${minor:<total>}    |
      | $.currency | ${currency:<total>} |

  Scenario: the shop answers with the same order of {shopper:string}
    Then the response at "$.id" is "${order of <shopper>}"
    And the response at "$.status" is "CONFIRMED"

  Scenario: {shopper:string} has {count:int} order(s)
    Given "<shopper>" uses the shop
    When I send GET "/orders" to "checkout"
    Then the response at "$.length()" is "<count>"

  Scenario: the order of {shopper:string} is cancelled
    Her newest order; waits up to 10 seconds.

    Given "<shopper>" uses the shop
    Then within 10 s, GET "/orders" of "checkout" has:
      | $[0].status | CANCELLED |
    When I send GET "/orders" to "checkout"
    Then I save the response at "$[0].id" as "order of <shopper>"

  Scenario: the card is declined because of {reason:string}
    The reason is one of the payment service, such as "insufficient_funds".

    Then the response status is 402
    And the response is a problem "card-declined"
    And the response at "$.reason" is "<reason>"

  Scenario: the shop refuses the card
    Then the response status is 400
    And the response is a problem "bad-request"

  Scenario: the shop asks to try again later
    Then the response status is 503
    And the response is a problem "dependency-unavailable"

  Scenario: {shopper:string} paid {amount:money}
    What the acquirer took; waits up to 10 seconds.

    Given the staff is behind the counter
    Then within 10 s, GET "/payments/${payment of <shopper>}" of "payment" has:
      | $.captured | ${minor:<amount>}    |
      | $.currency | ${currency:<amount>} |

  Scenario: {shopper:string} gets {amount:money} back
    What was refunded in all; waits up to 10 seconds.

    Given the staff is behind the counter
    Then within 10 s, GET "/payments?orderId=${order of <shopper>}" of "payment" has:
      | $[0].refunded | ${minor:<amount>}    |
      | $[0].currency | ${currency:<amount>} |

  Scenario: the money is taken once
    As the acquirer saw it in this scenario.

    Then "payment" called "acquirer" 1 time for "POST /authorisations/*/captures"

  Scenario: the money is taken {times:int} times
    Then "payment" called "acquirer" <times> times for "POST /authorisations/*/captures"

  Scenario: no money is taken
    Then "payment" called "acquirer" 0 times for "POST /authorisations/*/captures"

  Scenario: the acquirer is asked {times:int} times for the same payment
    Then "payment" called "acquirer" <times> times for "POST /authorisations"
    And all calls of "payment" to "acquirer" for "POST /authorisations" have the same header "Idempotency-Key"

  Scenario: the staff refunds {amount:money} of the order of {shopper:string}
    When the staff tries to refund <amount> of the order of "<shopper>"
    Then the response status is 201

  Scenario: the staff tries to refund {amount:money} of the order of {shopper:string}
    Given the staff is behind the counter
    And the request header "Idempotency-Key" is "${uuid}"
    When I send POST "/payments/${payment of <shopper>}/refunds" to "payment" with the fields:
      | amount | ${minor:<amount>} |

  Scenario: the shop answers that this is more than was paid
    Then the response status is 422
    And the response is a problem "refund-exceeds-payment"

  Scenario: {shopper:string} pays for the cart of {other:string} with {card:card}
    Given "<shopper>" uses the shop
    When I send POST "/orders" to "checkout" with body:
      """
      {
        "cartId": "${cart of <other>}",
        "country": "${country of <shopper>}",
        "card": {"number": "${card:<card>}", "expiry": "12/39", "cvc": "123"}
      }
      """

  Scenario: {shopper:string} opens the order of {other:string}
    Given "<shopper>" uses the shop
    When I send GET "/orders/${order of <other>}" to "checkout"

  Scenario: {shopper:string} opens the payment of {other:string}
    Given "<shopper>" uses the shop
    When I send GET "/payments/${payment of <other>}" to "payment"

  Scenario: the order of {shopper:string} is confirmed without a payment
    Then the response status is 201
    And the response at "$.status" is "CONFIRMED"
    And the response at "$.total" is "0"
    And the response at "$.paymentId" is absent
    And I save the response at "$.id" as "order of <shopper>"

  Scenario: the shop answers that this click belongs to another order
    Then the response status is 422
    And the response is a problem "idempotency-key-reused"

  Scenario: the shop answers that the order was cancelled
    Then the response status is 409
    And the response is a problem "order-cancelled"

  Scenario: the money that was set aside for {shopper:string} is let go
    Given the staff is behind the counter
    Then within 10 s, GET "/payments?orderId=${order of <shopper>}" of "payment" has:
      | $[0].status   | VOIDED |
      | $[0].captured | 0      |

  Scenario: the staff clicks on "Refund" for {amount:money} of the order of {shopper:string}
    Given the staff is behind the counter
    And the request header "Idempotency-Key" is "${alias:refund}-${payment of <shopper>}"
    When I send POST "/payments/${payment of <shopper>}/refunds" to "payment" with the fields:
      | amount | ${minor:<amount>} |

  Scenario: the refund is made
    Then the response status is 201
    And the response at "$.status" is "REFUNDED"

  Scenario: the shop answers with the refund that was made before
    Then the response status is 200
    And the response at "$.status" is "REFUNDED"

  Scenario: the staff refunds all that is left of the order of {shopper:string}
    Given the staff is behind the counter
    And the request header "Idempotency-Key" is "${uuid}"
    When I send POST "/payments/${payment of <shopper>}/refunds" to "payment"
    Then the refund is made

  Scenario: the payment of {shopper:string} is refunded in full
    Given the staff is behind the counter
    When I send GET "/payments/${payment of <shopper>}" to "payment"
    Then the response at "$.status" is "REFUNDED"

  Scenario: {shopper:string} tries to refund {amount:money} of her/his/their order
    Given "<shopper>" uses the shop
    And the request header "Idempotency-Key" is "${uuid}"
    When I send POST "/payments/${payment of <shopper>}/refunds" to "payment" with the fields:
      | amount | ${minor:<amount>} |

  Scenario: the shop refuses the amount
    Then the response status is 400
    And the response is a problem "bad-request"

  Scenario: the shop answers that the acquirer refuses
    Then the response status is 409
    And the response is a problem "acquirer-refused"

  Scenario: the acquirer is asked {times:int} times to take the same money
    Then "payment" called "acquirer" <times> times for "POST /authorisations/*/captures"
    And all calls of "payment" to "acquirer" for "POST /authorisations/*/captures" have the same header "Idempotency-Key"

  Scenario: the acquirer is asked {times:int} times to give the same money back
    Then "payment" called "acquirer" <times> times for "POST /authorisations/*/refunds"
    And all calls of "payment" to "acquirer" for "POST /authorisations/*/refunds" have the same header "Idempotency-Key"
