Feature: Order

  Scenario: Beans are sold
    When I send GET "/order" to "shop"
    Then the response status is 200

  Scenario: Rice is sold
    When I send GET "/order" to "shop"
    Then the response status is 200

  Scenario: Salt is never sold
    When I send GET "/order" to "shop"
    Then the response status is 404
