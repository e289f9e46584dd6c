Feature: bodies

  Scenario: path parameters are one part of the path each
    Given the path parameter "id" is "a/b c"
    And the path parameter "sku" is "${alias:Beans}"
    When I send PUT "/echo?of={id}&sku={sku}" to "cart"
    Then the response at "$.uri" is "/echo?of=a%2Fb%20c&sku=${alias:Beans}"

  Scenario: tables of headers and query parameters
    Given the request headers are:
      | X-Shop   | corner |
      | X-Tenant | north  |
    And the query parameters are:
      | tag | red   |
      | tag | a & b |
    When I send GET "/echo" to "cart"
    Then the response has:
      | $.headers.x-shop   | corner                     |
      | $.headers.x-tenant | north                      |
      | $.uri              | /echo?tag=red&tag=a%20%26%20b |

  Scenario: JSON
    Given I send GET "/carts/1" to "cart"
    And I save the response at "$.id" as "cart"
    When I send POST "/echo" to "cart" with the JSON:
      """
      "${cart}"
      """
    Then the response at "$.headers.content-type" is "application/json"
    And the response at "$.body" is '"c-1"'

  Scenario: XML
    When I send POST "/echo" to "cart" with the XML:
      """
      <note>Grüße</note>
      """
    Then the response at "$.headers.content-type" is "application/xml"
    And the response at "$.body" is "<note>Grüße</note>"

  Scenario: text that looks like JSON
    When I send POST "/echo" to "cart" with the text:
      """
      {"broken":
      """
    Then the response at "$.headers.content-type" is "text/plain; charset=utf-8"
    And the response at "$.body" contains '{"broken":'

  Scenario: GraphQL with variables
    Given the GraphQL variables are:
      | id    | "1" |
      | first | 10  |
    When I send POST "/echo" to "cart" with the GraphQL:
      """
      query($id: ID!) { cart(id: $id) { status } }
      """
    Then the response at "$.headers.content-type" is "application/json"
    And the response at "$.body" is '{"query":"query($id: ID!) { cart(id: $id) { status } }","variables":{"id":"1","first":10}}'

  Scenario: GraphQL without variables
    When I send POST "/echo" to "cart" with the GraphQL:
      """
      { carts { id } }
      """
    Then the response at "$.body" is '{"query":"{ carts { id } }","variables":{}}'

  Scenario: parts
    When I send POST "/echo" to "cart" with the parts:
      | name  | value           | file    | type             |
      | owner | ${alias:Grüße}  |         |                  |
      | meta  | {"a": 1}        |         | application/json |
      | photo |                 | pom.xml |                  |
    Then the response at "$.headers.content-type" contains "multipart/form-data; boundary="
    And the response at "$.body" contains 'name="owner"'
    And the response at "$.body" contains "${alias:Grüße}"
    And the response at "$.body" contains '{"a": 1}'
    And the response at "$.body" contains 'name="photo"; filename="pom.xml"'
    And the response at "$.body" contains "Content-Type: application/xml"
    And the response at "$.body" contains "trestle-steps-http"

  Scenario: a file as another media type
    When I send PUT "/echo" to "cart" with the file "pom.xml" as "application/vnd.shop"
    Then the response at "$.headers.content-type" is "application/vnd.shop"

  Scenario: XML in a namespace
    When I send GET "/ns-xml" to "cart"
    Then the response XML at "/s:Envelope/s:Body/default:cart/default:total" is "7.50"
    And the response XML at "count(//default:item)" is "0"
    And I save the response XML at "//default:total" as "total"
    When I send GET "/echo?total=${total}" to "cart"
    Then the response at "$.uri" is "/echo?total=7.50"
