Feature: The door

  Scenario: A visitor is let in
    When I send GET "/door" to "doorkeeper"
    Then the response status is 200
