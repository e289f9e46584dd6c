Feature: The cart

  Scenario: {shopper:string} takes a cart
    A new cart, which is hers from then on. "is a shopper from" has done it already.

    Given "<shopper>" uses the shop
    When I send POST "/carts" to "cart"
    Then the response status is 201
    And I save the response at "$.id" as "cart of <shopper>"

  Scenario: {shopper:string} puts {quantity:int} {product:string} into her/his/their cart
    So many are in it afterwards, however many were before.

    When "<shopper>" tries to put <quantity> "<product>" into their cart
    Then the response status is 200

  Scenario: {shopper:string} tries to put {quantity:int} {product:string} into her/his/their cart
    Given "<shopper>" uses the shop
    When I send PUT "/carts/${cart of <shopper>}/items/${alias:<product>}" to "cart" with the fields:
      | quantity | <quantity> |

  Scenario: {shopper:string} takes {product:string} out of her/his/their cart
    Given "<shopper>" uses the shop
    When I send DELETE "/carts/${cart of <shopper>}/items/${alias:<product>}" to "cart"
    Then the response status is 200

  Scenario: {shopper:string} looks at her/his/their cart
    Shows the cart, and remembers its version for "as she saw it".

    Given "<shopper>" uses the shop
    When I send GET "/carts/${cart of <shopper>}" to "cart"
    Then the response status is 200
    And I save the response header "ETag" as "version of the cart of <shopper>"

  Scenario: {shopper:string} changes the cart as she/he/they saw it to {quantity:int} {product:string}
    Meant for two windows: the shop refuses when the cart has changed since she looked at it.

    Given "<shopper>" uses the shop
    And the request header "If-Match" is '${version of the cart of <shopper>}'
    When I send PUT "/carts/${cart of <shopper>}/items/${alias:<product>}" to "cart" with the fields:
      | quantity | <quantity> |

  Scenario: {shopper:string} opens the cart of {other:string}
    Given "<shopper>" uses the shop
    When I send GET "/carts/${cart of <other>}" to "cart"

  Scenario: {shopper:string} puts {quantity:int} {product:string} into the cart of {other:string}
    Given "<shopper>" uses the shop
    When I send PUT "/carts/${cart of <other>}/items/${alias:<product>}" to "cart" with the fields:
      | quantity | <quantity> |

  Scenario: the cart of {shopper:string} has {quantity:int} {product:string}
    Given "<shopper>" uses the shop
    When I send GET "/carts/${cart of <shopper>}" to "cart"
    Then the response at "$.items[?(@.sku == '${alias:<product>}')].quantity" is "[<quantity>]"

  Scenario: the cart of {shopper:string} is empty
    Given "<shopper>" uses the shop
    When I send GET "/carts/${cart of <shopper>}" to "cart"
    Then the response at "$.items[0]" is absent

  Scenario: the shop keeps the cart closed
    Then the response status is 403
    And the response is a problem "forbidden"

  Scenario: the shop does not know the product
    Then the response status is 422
    And the response is a problem "unknown-product"

  Scenario: the shop refuses the quantity
    Then the response status is 400
    And the response is a problem "bad-request"

  Scenario: the shop answers that the cart has changed
    Then the response status is 412
    And the response is a problem "stale-cart"

  Scenario: the shop answers that the cart is already ordered
    Then the response status is 409
    And the response is a problem "cart-closed"

  Scenario: the shop answers that the cart is empty
    Then the response status is 422
    And the response is a problem "empty-cart"

  Scenario: {shopper:string} tries to take {product:string} out of her/his/their cart
    Given "<shopper>" uses the shop
    When I send DELETE "/carts/${cart of <shopper>}/items/${alias:<product>}" to "cart"

  Scenario: {shopper:string} opens a cart that does not exist
    Given "<shopper>" uses the shop
    When I send GET "/carts/${uuid}" to "cart"
