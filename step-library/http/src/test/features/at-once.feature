Feature: many at once

  Scenario: five of twelve are served
    Given the next request is sent 12 times at once
    When I send POST "/numbers" to "cart" with the fields:
      | quantity | 1 |
    Then 5 responses have the status 201
    And the responses have the statuses:
      | 409 | 7 |
      | 201 | 5 |
    And the responses at "$.number" are all different
    And the responses at "$.id" are all the same
    And all responses have:
      | $.status | OPEN |
    And all responses came within 20 s

  Scenario: the next request is alone again
    Given the next request is sent 2 times at once
    When I send GET "/carts/1" to "cart"
    Then all responses have the status 200
    When I send GET "/carts/1" to "cart"
    Then the response status is 200
