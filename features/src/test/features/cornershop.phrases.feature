Feature: What can go wrong at Cornershop

  Scenario: the inventory fails once the payment is done
    Given "inventory" answers 503 to "checkout" for "POST /reservations/*/commit"

  Scenario: the payments are out of order
    Given "payment" answers 503 to "checkout" for "POST /payments"

  Scenario: the acquirer does not answer the first request
    Given the third party "acquirer" does not answer the first "POST /authorisations"

  Scenario: the acquirer is out of order
    Given "acquirer" answers 503 to "payment" for "POST /authorisations"

  Scenario: the news of a confirmed order of {shopper:string} arrives twice
    When the news of a confirmed order of "<shopper>" arrives
    And the news of a confirmed order of "<shopper>" arrives

  Scenario: the news of a confirmed order of {shopper:string} arrives
    When I publish to the topic "orders" with key "${alias:<shopper>-order}":
      """
      {
        "eventId": "${alias:<shopper>-news}",
        "type": "order.confirmed",
        "orderId": "${alias:<shopper>-order}",
        "email": "${alias:<shopper>@cornershop.example}",
        "name": "<shopper>",
        "currency": "EUR",
        "total": 417,
        "lines": [{"sku": "BEANS", "name": "Beans", "quantity": 1, "net": 350}],
        "occurredAt": "${now}"
      }
      """

  Scenario: {shopper:string} is told once by email that this order is confirmed
    Then "${alias:<shopper>@cornershop.example}" receives a mail with subject "Your order ${alias:<shopper>-order} is confirmed"
    And "${alias:<shopper>@cornershop.example}" receives 1 mails

  Scenario: news arrives that nobody can read
    When I publish to the topic "orders" with key "${alias:unreadable}":
      """
      {"nonsense": "${alias:unreadable}"}
      """

  Scenario: the unreadable news is kept for the support team
    Then the topic "orders.dlt" has a message with:
      | $.nonsense | ${alias:unreadable} |

  Scenario: the inventory is out of order
    Given "inventory" answers 503 to "checkout" for "POST /reservations"

  Scenario: the inventory answers too late, once the payment is done
    Given "inventory" takes 4 s to answer "checkout" for "POST /reservations/*/commit"

  Scenario: the reservation is over once the payment is done
    Given "inventory" answers 409 to "checkout" for "POST /reservations/*/commit"

  Scenario: the payments stop before the money is taken
    Given "payment" answers 503 to "checkout" for "POST /payments/*/capture"

  Scenario: the coupon cannot be used once all else is done
    Given "pricing" answers 503 to "checkout" for "POST /coupons/*/redemptions"

  Scenario: the last use of the coupon goes to another order meanwhile
    Given "pricing" answers 409 to "checkout" for "POST /coupons/*/redemptions"

  Scenario: the prices are out of order at the checkout
    Given "pricing" answers 503 to "checkout" for "POST /quotes"

  Scenario: the carts are out of order at the checkout
    Given "cart" answers 503 to "checkout" for "GET /carts/*"

  Scenario: the carts cannot be closed
    Given "cart" answers 503 to "checkout" for "PUT /carts/*/status"

  Scenario: the prices are out of order at the cart
    Given "pricing" answers 503 to "cart"

  Scenario: the prices come too late to the cart
    Given "pricing" takes 3 s to answer "cart"

  Scenario: the acquirer never answers in time
    Given "acquirer" takes 2 s to answer "payment" for "POST /authorisations"

  Scenario: the acquirer answers with what is no decision
    Given the third party "acquirer" answers:
      """
      {
        "request": {"method": "POST", "urlPath": "/authorisations"},
        "response": {"status": 200, "headers": {"Content-Type": "text/plain"}, "body": "Down for maintenance"}
      }
      """

  Scenario: the acquirer approves without saying what
    Given the third party "acquirer" answers:
      """
      {
        "request": {"method": "POST", "urlPath": "/authorisations"},
        "response": {"status": 201, "jsonBody": {"outcome": "APPROVED"}}
      }
      """

  Scenario: the acquirer does not answer the first request to take the money
    Given the third party "acquirer" does not answer the first "POST /authorisations/*/captures"

  Scenario: the acquirer does not answer the first request to give the money back
    Given the third party "acquirer" does not answer the first "POST /authorisations/*/refunds"

  Scenario: the acquirer refuses to take the money
    Given "acquirer" answers 409 to "payment" for "POST /authorisations/*/captures"

  Scenario: the acquirer gives no money back
    Given "acquirer" answers 409 to "payment" for "POST /authorisations/*/refunds"

  Scenario: the acquirer fails three times and is back then
    Given the third party "acquirer" answers:
      """
      {
        "scenarioName": "outage", "requiredScenarioState": "Started", "newScenarioState": "failed once",
        "request": {"method": "POST", "urlPath": "/authorisations"}, "response": {"status": 503}
      }
      """
    And the third party "acquirer" answers:
      """
      {
        "scenarioName": "outage", "requiredScenarioState": "failed once", "newScenarioState": "failed twice",
        "request": {"method": "POST", "urlPath": "/authorisations"}, "response": {"status": 503}
      }
      """
    And the third party "acquirer" answers:
      """
      {
        "scenarioName": "outage", "requiredScenarioState": "failed twice", "newScenarioState": "over",
        "request": {"method": "POST", "urlPath": "/authorisations"}, "response": {"status": 503}
      }
      """

  Scenario: the till charges {amount:money}
    Given the staff is behind the counter
    And the request header "Idempotency-Key" is "${uuid}"
    When I send POST "/payments" to "till" with body:
      """
      {
        "orderId": "${uuid}", "amount": ${minor:<amount>}, "currency": "${currency:<amount>}",
        "card": {"number": "${card:a valid card}", "expiry": "12/39", "cvc": "123"}
      }
      """

  Scenario: the till leaves the acquirer alone for a while
    Then the response status is 503
    And the response is a problem "dependency-unavailable"
    And the response at "$.detail" contains "is left alone for a while"

  Scenario: the till charges {amount:money} again
    When the till charges <amount>
    Then the response status is 201

  Scenario: the till has asked the acquirer {times:int} times
    Then "till" called "acquirer" <times> times for "POST /authorisations"

  Scenario: the news arrives that the order of {shopper:string} was cancelled because of {reason:string}
    When I publish to the topic "orders" with key "${alias:<shopper>-order}":
      """
      {
        "eventId": "${alias:<shopper>-news}",
        "type": "order.cancelled",
        "orderId": "${alias:<shopper>-order}",
        "email": "${alias:<shopper>@cornershop.example}",
        "name": "<shopper>",
        "currency": "EUR",
        "total": 417,
        "lines": [{"sku": "BEANS", "name": "Beans", "quantity": 1, "net": 350}],
        "reason": "<reason>",
        "occurredAt": "${now}"
      }
      """

  Scenario: {shopper:string} is told once by email that this order was cancelled
    Then "${alias:<shopper>@cornershop.example}" receives a mail with subject "Your order ${alias:<shopper>-order} was cancelled"
    And "${alias:<shopper>@cornershop.example}" receives 1 mails

  Scenario: news of an order arrives that says {email:string} for the email and {type:string} for what happened
    When I publish to the topic "orders" with key "${alias:odd-order}":
      """
      {
        "eventId": "${alias:odd-news}",
        "type": "<type>",
        "orderId": "${alias:odd-order}",
        "email": "<email>",
        "name": "Ada",
        "currency": "EUR",
        "total": 417,
        "lines": [],
        "occurredAt": "${now}"
      }
      """

  Scenario: that news is kept for the support team
    Then the topic "orders.dlt" has a message with:
      | $.orderId | ${alias:odd-order} |

  Scenario: this is for {quantity:int} {product:string} at {each:money} each: {gross:money} less {discount:money} makes {net:money}
    In the answer to the last question for a price; tax comes on top.

    Then the response has:
      | $.lines[0].sku       | ${alias:<product>}  |
      | $.lines[0].name      | <product>           |
      | $.lines[0].quantity  | <quantity>          |
      | $.lines[0].unitPrice | ${minor:<each>}     |
      | $.lines[0].gross     | ${minor:<gross>}    |
      | $.lines[0].discount  | ${minor:<discount>} |
      | $.lines[0].net       | ${minor:<net>}      |
      | $.subtotal           | ${minor:<gross>}    |
      | $.promotionDiscount  | ${minor:<discount>} |
      | $.net                | ${minor:<net>}      |

  Scenario: the order lists {quantity:int} {product:string} for {net:money} before tax
    In the answer to paying.

    Then the response has:
      | $.lines[0].sku      | ${alias:<product>} |
      | $.lines[0].name     | <product>          |
      | $.lines[0].quantity | <quantity>         |
      | $.lines[0].net      | ${minor:<net>}     |

  Scenario: the shop says that the coupon is for orders from {minimum:money} on
    Then the response at "$.minimumTotal" is "${minor:<minimum>}"
