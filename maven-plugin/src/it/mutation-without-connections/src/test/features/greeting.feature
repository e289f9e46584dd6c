Feature: Greeting

  Scenario: A visitor is greeted
    When I send GET "/hello" to "greeter"
    Then the response status is 200
