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

  Scenario: no success
    When I send GET "/problem" to "cart"
    Then the response is a success

  Scenario: no client error
    When I send GET "/carts/1" to "cart"
    Then the response is a client error

  Scenario: a header too many
    When I send GET "/carts/1" to "cart"
    Then the response has no header "etag"

  Scenario: a header without a part
    When I send GET "/carts/1" to "cart"
    Then the response header "Content-Type" contains "xml"

  Scenario: another cookie
    When I send GET "/cookie" to "cart"
    Then the response cookie "theme" is "light"

  Scenario: no cookie
    When I send GET "/cookie" to "cart"
    Then the response cookie "look" is "light"

  Scenario: another text in XML
    When I send GET "/xml" to "cart"
    Then the response XML at "/cart/@id" is "c-2"

  Scenario: no XML
    When I send GET "/text" to "cart"
    Then the response XML at "/cart/@id" is "c-2"

  Scenario: XML with a document type
    When I send GET "/doctype" to "cart"
    Then the response XML at "/cart/@id" is "c-2"

  Scenario: no XPath
    When I send GET "/xml" to "cart"
    Then the response XML at "/cart[" is "c-2"

  Scenario: no such path parameter
    Given the path parameter "cart" is "1"
    When I send GET "/carts/{id}" to "cart"

  Scenario: redirects in a circle
    Given I follow redirects
    When I send GET "/loop" to "cart"

  Scenario: a redirect abroad
    Given I follow redirects
    When I send GET "/abroad" to "cart"

  Scenario: no redirect
    When I send GET "/carts/1" to "cart"
    And I follow the redirect

  Scenario: too slow
    Given the next request may take 50 ms
    When I send GET "/slow" to "cart"

  Scenario: answered in time
    Then GET "/carts/1" of "cart" is not answered within 10 s

  Scenario: parts without a name
    When I send POST "/echo" to "cart" with the parts:
      | title |
      | Beans |

  Scenario: too many at once
    Given the next request is sent 501 times at once

  Scenario: not all served
    Given the next request is sent 3 times at once
    When I send GET "/problem" to "cart"
    Then all responses have the status 200

  Scenario: other statuses
    Given the next request is sent 3 times at once
    When I send GET "/carts/1" to "cart"
    Then the responses have the statuses:
      | 200 | 2 |

  Scenario: not different
    Given the next request is sent 3 times at once
    When I send GET "/carts/1" to "cart"
    Then the responses at "$.id" are all different

  Scenario: look at one of many
    Given the next request is sent 3 times at once
    When I send GET "/carts/1" to "cart"
    Then the response status is 200

  Scenario: look at many of one
    When I send GET "/carts/1" to "cart"
    Then all responses have the status 200

  Scenario: text that is not JSON
    When I send POST "/echo" to "cart" with the JSON:
      """
      {"a": 1,
      """

  Scenario: a number that is not JSON
    When I send POST "/echo" to "cart" with the JSON:
      """
      {"a": NaN}
      """

  Scenario: a field twice
    When I send POST "/echo" to "cart" with the fields:
      | a | 1 |
      | a | 2 |

  Scenario: a link to another service
    When I send GET "http://gone/carts/1" to "cart"

  Scenario: a link to another service's port
    When I send GET "http://localhost:1/carts/1" to "cart"

  Scenario: some of many differ
    Given the next request is sent 3 times at once
    When I send GET "/carts/1" to "cart"
    Then all responses have:
      | $.id | c-2 |

  Scenario: secrets of many
    Given the next request is sent 3 times at once
    When I send GET "/secret" to "cart"
    Then the responses at "$.accessToken" are all different
