Feature: Checkout

  Scenario: A shopper checks out
    When I send POST "/carts" to "http://127.0.0.1:8080" with the fields:
      | country | DE |
    Then the response status is 201
    And the response at "$.status" is "OPEN"
    And I save the response at "$.id" as "cart"
    When I send POST "/carts/${cart}/items" to "http://127.0.0.1:8080" with the fields:
      | sku      | BEANS |
      | quantity | 2     |
    Then the response status is 201
    When I send GET "/carts/${cart}" to "http://127.0.0.1:8080"
    Then the response at "$.total" is "700"
    And the response at "$.items[0].quantity" is "2"
    When I send POST "/orders" to "http://127.0.0.1:8080" with the fields:
      | cart | ${cart} |
    Then the response status is 201
    And the response at "$.status" is "PAID"
    And I save the response at "$.id" as "order"
    When I send GET "/orders/${order}" to "http://127.0.0.1:8080"
    Then the response at "$.total" is "700"
