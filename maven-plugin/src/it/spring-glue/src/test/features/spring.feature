Feature: Spring beside the library

  Scenario: Both in one scenario
    When I send GET "/hello" to "greeter"
    Then the response status is 200
    And Spring greets with "Hello from Spring"
