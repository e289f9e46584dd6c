Feature: Checkout

  Scenario: A shopper checks out
    When I send POST "/carts" with:
      """
      {"country": "DE"}
      """
    Then the shop answers 201 with:
      | $.status | OPEN             |
      | $.id     | @variable(cart)@ |
    When I send POST "/carts/${cart}/items" with:
      """
      {"sku": "BEANS", "quantity": 2}
      """
    Then the shop answers 201
    When I send GET "/carts/${cart}"
    Then the shop answers with:
      | $.total             | 700 |
      | $.items[0].quantity | 2   |
    When I send POST "/orders" with:
      """
      {"cart": "${cart}"}
      """
    Then the shop answers 201 with:
      | $.status | PAID              |
      | $.id     | @variable(order)@ |
    When I send GET "/orders/${order}"
    Then the shop answers with:
      | $.total | 700 |
