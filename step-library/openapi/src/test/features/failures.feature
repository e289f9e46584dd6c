Feature: failures

  Scenario: a body that does not fit
    When I send GET "/api/carts/odd?view=full" to "cart"
    Then the response fits the OpenAPI document

  Scenario: a status that is not described
    When I send GET "/api/carts/teapot" to "cart"
    Then the response fits the OpenAPI document

  Scenario: a header is missing
    When I send GET "/api/carts/untagged?view=full" to "cart"
    Then the response fits the OpenAPI document

  Scenario: no such path
    When I send GET "/nowhere" to "cart"
    Then the response fits the OpenAPI document

  Scenario: invalid input is accepted
    Then "putNote" of "cart" refuses each violated constraint

  Scenario: another status is answered
    Then "openCart" of "cart" answers 422 for each required field missing

  Scenario: no such constraint
    Then "newestCart" of "cart" refuses each wrong type

  Scenario: no such operation
    When I call "closeCart" of "cart"

  Scenario: no document
    When I call "openCart" of "plain"

  Scenario: no such service
    When I call "openCart" of "card"

  Scenario: no place in a body
    When I call "addItem" of "cart" with:
      | $.tags[*] | red |

  Scenario: the valid call is refused too
    Then "addItem" of "cart" refuses each violated constraint with:
      | id | locked |

  Scenario: the valid call is not valid
    Then "addItem" of "cart" refuses each violated constraint with:
      | quantity | 0 |
