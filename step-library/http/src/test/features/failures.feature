Feature: failures

  Scenario: wrong status
    When I send GET "/problem" to "cart"
    Then the response status is 201

  Scenario: wrong value
    When I send GET "/carts/${alias:1}" to "cart"
    Then the response at "$.status" is "CLOSED"

  Scenario: wrong values
    When I send GET "/carts/1" to "cart"
    Then the response has:
      | $.status            | CLOSED |
      | $.items[0].sku      | BEANS  |
      | $.items[0].quantity | "2"    |
      | $.owner             | Ada    |

  Scenario: wrong body
    When I send GET "/carts/1" to "cart"
    Then the response body is:
      """
      {"status": "CLOSED", "id": "#{json-unit.any-string}", "paid": false, "total": 7.5,
       "items": [{"sku": "BEANS", "quantity": 2}], "owner": "Ada"}
      """

  Scenario: no such service
    When I send GET "/" to "crat"

  Scenario: nobody answers
    When I send POST "/carts" to "gone"

  Scenario: no response yet
    Then the response status is 200

  Scenario: no JSON
    When I send GET "/text" to "cart"
    Then the response at "$.id" is "1"

  Scenario: an error without JSON
    When I send GET "/down" to "cart"
    Then the response at "$.id" is "1"

  Scenario: no JSONPath
    When I send GET "/carts/1" to "cart"
    Then the response at "$.items[?(" is "1"

  Scenario: not on this machine
    When I send GET "/" to "http://shop.example:80"

  Scenario: a file outside
    When I send POST "/echo" to "cart" with the file "../pom.xml"

  Scenario: another problem
    When I send GET "/problem" to "cart"
    Then the response is a problem "card-declined"

  Scenario: never holds
    Then GET "/problem" of "cart" has:
      | $.status | OPEN |

  Scenario: three columns
    When I send GET "/carts/1" to "cart"
    Then the response has:
      | $.status | is | OPEN |
