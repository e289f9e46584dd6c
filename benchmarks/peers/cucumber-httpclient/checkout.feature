Feature: Checkout

  Scenario: A shopper checks out
    When I send POST "/carts" with:
      | country | DE |
    Then the response status is 201
    And the response at "/status" is "OPEN"
    And I keep "/id" as "cart"
    When I send POST "/carts/{cart}/items" with:
      | sku      | BEANS |
      | quantity | 2     |
    Then the response status is 201
    When I send GET "/carts/{cart}"
    Then the response at "/total" is 700
    And the response at "/items/0/quantity" is 2
    When I send POST "/orders" with:
      | cart | {cart} |
    Then the response status is 201
    And the response at "/status" is "PAID"
    And I keep "/id" as "order"
    When I send GET "/orders/{order}"
    Then the response at "/total" is 700
