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
