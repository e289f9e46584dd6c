Feature: together

  Scenario: a step of each artifact
    Given "inventory" answers 503 to "checkout"
    And I use the user "Ada" with the password "a-secret"
    And the shop sells "Beans" at 3.50 EUR
    When I send GET "/carts/1" to "cart"
    Then the response status is 200
    And the response fits the OpenAPI document
    And the JSON of the response at "$.status" is "OPEN"
    And within 10 s, GET "/carts/1" of "cart" has:
      | $.status | OPEN |
    And in the database "cart" the table "carts" has a row with:
      | id | 1 |
    And the topic "orders" has a message with:
      | $.orderId | 1 |
    And "ada@shop.example" receives a mail with subject "Your order"
