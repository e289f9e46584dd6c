Feature: The bazaar's own way to do what a shop does
  It is one service with other paths, other field names and another idea of a session.

  Scenario: the staff is behind the counter
    Given I use the key "staff" in the header "X-Person"

  Scenario: the shop sells {product:string} at {price:money}
    Given the staff is behind the counter
    When I send PUT "/v2/articles/${alias:<product>}" to "bazaar" with the fields:
      | label | <product>        |
      | cents | ${minor:<price>} |
    Then the response status is 200

  Scenario: there is/are {quantity:int} {product:string} in stock
    Given the staff is behind the counter
    When I send PUT "/v2/warehouse/${alias:<product>}" to "bazaar" with the fields:
      | pieces | <quantity> |
    Then the response status is 200

  Scenario: {quantity:int} {product:string} is/are left in stock
    Then within 10 s, GET "/v2/warehouse/${alias:<product>}" of "bazaar" has:
      | $.pieces | <quantity> |

  Scenario: {shopper:string} is a shopper from {country:string}
    When I send POST "/v2/people" to "bazaar" with the fields:
      | mail | ${alias:<shopper>@bazaar.example} |
      | land | <country>                         |
    Then I save the response at "$.person.key" as "key of <shopper>"

  Scenario: {shopper:string} uses the shop
    Given I use the key "${key of <shopper>}" in the header "X-Person"

  Scenario: {shopper:string} tries to put {quantity:int} {product:string} into her/his/their cart
    Given "<shopper>" uses the shop
    When I send POST "/v2/basket/lines" to "bazaar" with the fields:
      | code   | ${alias:<product>} |
      | pieces | <quantity>         |

  Scenario: {shopper:string} pays with {card:card}
    Given "<shopper>" uses the shop
    When I send POST "/v2/basket/purchase" to "bazaar" with the fields:
      | pan | ${card:<card>} |

  Scenario: the order of {shopper:string} is confirmed
    Then the response at "$.purchase.state" is "DONE"
    And I save the response at "$.purchase.cents" as "cents of <shopper>"

  Scenario: the order of {shopper:string} is confirmed at {total:money}
    Then the order of "<shopper>" is confirmed
    And the response at "$.purchase.cents" is "${minor:<total>}"

  Scenario: the shop answers that {product:string} is sold out
    Then the response has:
      | $.purchase.state | SOLD_OUT           |
      | $.purchase.code  | ${alias:<product>} |
