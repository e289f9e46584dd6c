Feature: redirects, cookies and time

  Scenario: redirects are followed when asked
    Given I follow redirects
    When I send GET "/moved" to "cart"
    Then the response is a success
    And the response at "$.id" is "c-1"

  Scenario: one redirect is followed after a look at it
    When I send POST "/post-moved" to "cart" with the text:
      """
      lost on the way
      """
    Then the response is a redirect
    When I follow the redirect
    Then the response has:
      | $.method | GET       |
      | $.uri    | /echo?a=b |
      | $.body   | ""        |

  Scenario: 303 makes it a GET
    Given I follow redirects
    When I send PUT "/see-other" to "cart" with the text:
      """
      Hello
      """
    Then the response at "$.method" is "GET"

  Scenario: 307 keeps method, body and credentials
    Given I follow redirects
    And I use the bearer token "t0k3n-of-ada"
    When I send PUT "/temporary" to "cart" with the text:
      """
      Hello
      """
    Then the response has:
      | $.method                | PUT                 |
      | $.body                  | Hello               |
      | $.headers.authorization | Bearer t0k3n-of-ada |

  Scenario: a cookie does not go back unless asked
    When I send GET "/cookie" to "cart"
    And I send GET "/echo" to "cart"
    Then the response at "$.headers.cookie" is absent

  Scenario: a cookie goes back to its service when asked
    Given I keep cookies
    When I send GET "/cookie" to "cart"
    And I send GET "/echo" to "cart"
    Then the response at "$.headers.cookie" is "theme=dark"
    Given the cookie "lang" is "de"
    When I send GET "/echo" to "cart"
    Then the response at "$.headers.cookie" is "theme=dark; lang=de"
    Given I forget all cookies
    When I send GET "/echo" to "cart"
    Then the response at "$.headers.cookie" is absent

  Scenario: a cookie of a response is a value
    When I send GET "/cookie" to "cart"
    And I save the response cookie "theme" as "look"
    Given the cookie "old" is "${look}"
    When I send GET "/echo" to "cart"
    Then the response at "$.headers.cookie" is "old=dark"

  Scenario: a bound holds for the next request only
    Given the next request may take 10 s
    When I send GET "/carts/1" to "cart"
    Then the response came within 10 s
    And GET "/slow" of "cart" is not answered within 50 ms
    When I send GET "/carts/1" to "cart"
    Then the response is a success
