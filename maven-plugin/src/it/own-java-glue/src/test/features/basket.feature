Feature: Own steps beside the library's

  Scenario: Both in one scenario
    Given a basket with 3 apples
    When I send GET "/hello" to "greeter"
    Then the response status is 200
    And the basket holds 3 apples

  Scenario: No state is shared
    Given a basket with 2 apples
    Then the basket holds 2 apples
