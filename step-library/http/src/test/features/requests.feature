Feature: requests

  Scenario: headers and query parameters belong to the next request only
    Given the request header "X-Shop" is "corner"
    And the query parameter "q" is "a b&c"
    When I send GET "/echo?page=1" to "cart"
    Then the response has:
      | $.method           | GET                       |
      | $.uri              | /echo?page=1&q=a%20b%26c  |
      | $.headers.x-shop   | corner                    |
    When I send GET "/echo" to "cart"
    Then the response has:
      | $.uri | /echo |
    And the response at "$.headers.x-shop" is absent

  Scenario: the token is sent until it is changed
    Given I use the bearer token "t0k3n-of-ada"
    When I send GET "/echo" to "cart"
    And I send GET "/echo" to "cart"
    Then the response at "$.headers.authorization" is "Bearer t0k3n-of-ada"
    Given I use no token
    When I send GET "/echo" to "cart"
    Then the response at "$.headers.authorization" is absent

  Scenario: fields are typed
    Given I send GET "/carts/1" to "cart"
    And I save the response at "$.items" as "items"
    When I send POST "/echo" to "cart" with the fields:
      | quantity | 2       |
      | open     | true    |
      | coupon   | null    |
      | zip      | "01234" |
      | plus     | 007     |
      | name     | Ada     |
      | empty    |         |
      | tags     | ["a"]   |
    Then the response at "$.headers.content-type" is "application/json"
    And the response at "$.body" is '{"quantity":2,"open":true,"coupon":null,"zip":"01234","plus":"007","name":"Ada","empty":"","tags":["a"]}'

  Scenario: a body is sent as it is, with names resolved
    Given I send GET "/carts/1" to "cart"
    And I save the response at "$.id" as "cart"
    And I save the response header "ETag" as "version"
    And the request header "Content-Type" is "application/merge-patch+json"
    And the request header "If-Match" is '${version}'
    When I send PATCH "/echo" to "cart" with body:
      """
      {"cart": "${cart}", "note": "Grüße"}
      """
    Then the response at "$.method" is "PATCH"
    And the response at "$.body" is '{"cart": "c-1", "note": "Grüße"}'
    And the response at "$.headers.content-type" is "application/merge-patch+json"
    And the response at "$.headers.if-match" is '"v1"'

  Scenario: a text is sent as text
    When I send PUT "/echo" to "cart" with body:
      """
      Hello
      """
    Then the response at "$.headers.content-type" is "text/plain; charset=utf-8"
    And the response at "$.body" is "Hello"

  Scenario: a form
    When I send POST "/echo" to "cart" with the form:
      | user | Ada & Ben |
      | tag  | a         |
      | tag  | b         |
    Then the response at "$.body" is "user=Ada+%26+Ben&tag=a&tag=b"
    And the response at "$.headers.content-type" is "application/x-www-form-urlencoded"

  Scenario: a file of the project
    When I send POST "/echo" to "cart" with the file "pom.xml"
    Then the response at "$.body" contains "trestle-steps-http"
    And the response at "$.headers.content-type" is "application/xml"

  Scenario: paths are encoded and other methods work
    When I send DELETE "/echo?name=Green tea|é&done=%20" to "cart"
    Then the response at "$.uri" is "/echo?name=Green%20tea%7C%C3%A9&done=%20"
    And the response at "$.method" is "DELETE"

  Scenario: redirects are seen, not followed
    When I send GET "/moved" to "cart"
    Then the response status is 302
    And the response header "location" is "/carts/elsewhere"

  Scenario: a body of text
    When I send GET "/text" to "cart"
    Then the response body is:
      """
      Grüße
      zwei
      """

  Scenario: lists, numbers, truth and null
    When I send GET "/carts/1" to "cart"
    Then the response has:
      | $.total                                    | 7.5               |
      | $.paid                                     | false             |
      | $.coupon                                   | null              |
      | $.items[?(@.sku == 'BEANS')].quantity      | [2]               |
      | $.items                                    | [{"quantity": 2, "sku": "BEANS"}] |
      | $.items.length()                           | 1                 |
      | id                                         | <any>             |
    And the response at "$.items[*].sku" contains "BEANS"
    And the response at "$.items[?(@.sku == 'TEA')]" is absent
    And the response at "$.items[0].quantity" is not "3"

  Scenario: secrets, aliases and large bodies in the report
    Given I use the bearer token "t0k3n-of-ada"
    When I send GET "/secret?name=${alias:Ada}" to "cart"
    And I send GET "/large" to "cart"
    Then the response status is 200

  Scenario: a saved link leads to the service that it names
    When I send GET "http://cart:8080/echo?a=1#top" to "cart"
    Then the response status is 200
    And the response at "$.uri" is "/echo?a=1"

  Scenario Outline: a saved link with the host that <who> has leads to it
    When I send GET "<link>/echo?a=1" to "cart"
    Then the response at "$.uri" is "/echo?a=1"

    Examples:
      | who                | link                     |
      | the public service | https://shop.example.com |
      | the container      | http://localhost:8080    |
      | the process        | http://[::1]:31999       |

  Scenario: broken JSON is sent on purpose
    When I send POST "/echo" to "cart" with body:
      """
      {"a": 1,
      """
    Then the response status is 200
