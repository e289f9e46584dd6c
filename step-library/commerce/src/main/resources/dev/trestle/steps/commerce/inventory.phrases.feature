Feature: Stock

  Scenario: there is/are {quantity:int} {product:string} in stock
    Given the staff is behind the counter
    When I send PUT "/stock/${alias:<product>}" to "inventory" with the fields:
      | onHand | <quantity> |
    Then the response at "$.onHand" is "<quantity>"

  Scenario: {quantity:int} {product:string} is/are left in stock
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
