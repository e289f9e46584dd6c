Feature: Greeting

  Scenario: A visitor is greeted
    When I send GET "/hello" to "greeter"
    Then the response status is 200

  Scenario: A visitor is told to leave
    When I send GET "/hello" to "greeter"
    Then the response at "$.text" is "Go away"

  Scenario: A visitor is asked to dance
    When the greeter asks the visitor to dance
