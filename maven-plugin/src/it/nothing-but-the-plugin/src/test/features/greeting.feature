@epic:Manners
Feature: Greeting

  @severity:critical
  Scenario: A visitor is greeted
    When I send GET "/hello" to "greeter"
    Then the response status is 200
    And the response at "$.text" is "Hello"

  Scenario Outline: A <visitor> is greeted in time
    Then within 5 s, GET "/hello" of "greeter" has:
      | $.text | Hello |

    Examples:
      | visitor |
      | friend  |
      | king    |
