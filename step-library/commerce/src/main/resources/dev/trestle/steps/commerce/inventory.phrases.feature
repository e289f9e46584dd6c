Feature: Stock

  Scenario: there is/are {quantity:int} {product:string} in stock
    The stock is set to it.

    Given the staff is behind the counter
    When I send PUT "/stock/${alias:<product>}" to "inventory" with the fields:
      | onHand | <quantity> |
    Then the response at "$.onHand" is "<quantity>"

  Scenario: {quantity:int} {product:string} is/are left in stock
    On the shelf with nothing reserved; waits up to 10 seconds.

    Given the staff is behind the counter
    Then within 10 s, GET "/stock/${alias:<product>}" of "inventory" has:
      | $.onHand    | <quantity> |
      | $.reserved  | 0          |
      | $.available | <quantity> |

  Scenario: the shop answers that {product:string} is sold out
    Then the response status is 409
    And the response is a problem "out-of-stock"
    And the response at "$.sku" is "${alias:<product>}"

  Scenario: the shop answers that only {available:int} of {requested:int} {product:string} is/are left
    Then the response status is 409
    And the response is a problem "out-of-stock"
    And the response has:
      | $.sku       | ${alias:<product>} |
      | $.requested | <requested>        |
      | $.available | <available>        |

  Scenario: {quantity:int} {product:string} is/are reserved for {seconds:int} second(s)
    The staff reserves them, and the shop agrees.

    When the staff reserves <quantity> "<product>" for <seconds> seconds
    Then the response status is 201
    And I save the response at "$.id" as "reservation of <product>"

  Scenario: the staff reserves {quantity:int} {product:string} for {seconds:int} second(s)
    Given the staff is behind the counter
    When I send POST "/reservations" to "inventory" with body:
      """
      {
        "orderId": "${uuid}", "ttlSeconds": <seconds>,
        "items": [{"sku": "${alias:<product>}", "quantity": <quantity>}]
      }
      """

  Scenario: the staff reserves {quantity:int} {product:string} for the order {order:string}
    Given the staff is behind the counter
    When I send POST "/reservations" to "inventory" with body:
      """
      {
        "orderId": "${alias:<order>}",
        "items": [{"sku": "${alias:<product>}", "quantity": <quantity>}]
      }
      """

  Scenario: the staff sells the reserved {product:string}
    Given the staff is behind the counter
    When I send POST "/reservations/${reservation of <product>}/commit" to "inventory"

  Scenario: the staff releases the reserved {product:string}
    Given the staff is behind the counter
    When I send POST "/reservations/${reservation of <product>}/release" to "inventory"

  Scenario: the staff tries to set the stock of {product:string} to {quantity:int}
    Given the staff is behind the counter
    When I send PUT "/stock/${alias:<product>}" to "inventory" with the fields:
      | onHand | <quantity> |

  Scenario: {shopper:string} tries to set the stock of {product:string} to {quantity:int}
    Given "<shopper>" uses the shop
    When I send PUT "/stock/${alias:<product>}" to "inventory" with the fields:
      | onHand | <quantity> |

  Scenario: {shopper:string} asks for the stock of {product:string}
    Given "<shopper>" uses the shop
    When I send GET "/stock/${alias:<product>}" to "inventory"

  Scenario: {quantity:int} {product:string} is/are free to sell
    On the shelf and not reserved.

    Given the staff is behind the counter
    When I send GET "/stock/${alias:<product>}" to "inventory"
    Then the response at "$.available" is "<quantity>"

  Scenario: the reservation is {status:word}
    In the answer to the last request: HELD, COMMITTED, RELEASED or EXPIRED.

    Then the response status is 200
    And the response at "$.status" is "<status>"

  Scenario: the shop answers that the reservation is over
    Then the response status is 409
    And the response is a problem "reservation-expired"

  Scenario: the shop answers that the reservation was released
    Then the response status is 409
    And the response is a problem "reservation-released"

  Scenario: the shop answers that {reserved:int} {product:string} is/are reserved
    Then the response status is 409
    And the response is a problem "stock-reserved"
    And the response has:
      | $.sku      | ${alias:<product>} |
      | $.reserved | <reserved>         |

  Scenario: the shop refuses the number
    Then the response status is 400
    And the response is a problem "bad-request"
