Feature: Greeting

  Scenario: A visitor is greeted
    When I send GET "/hello" to "greeter"
    Then the response status is 200

  Scenario: A visitor asks for what there is not
    When I send GET "/nowhere" to "greeter"
    Then the response status is 404
