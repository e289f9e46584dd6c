Feature: Prices, promotions, coupons and tax

  Scenario: {product:string} is {percent:int}% off
    A promotion. Several on one product come off one after another, percentages first.

    Given the staff is behind the counter
    When I send PUT "/promotions/${alias:<product>-<percent>-percent-off}" to "pricing" with body:
      """
      {"kind": "PERCENTAGE", "value": <percent>, "skus": ["${alias:<product>}"]}
      """
    Then the response at "$.value" is "<percent>"

  Scenario: {product:string} is {amount:money} off
    Each piece, but never more than it costs.

    Given the staff is behind the counter
    When I send PUT "/promotions/${alias:<product>-amount-off}" to "pricing" with body:
      """
      {"kind": "FIXED", "value": ${minor:<amount>}, "skus": ["${alias:<product>}"]}
      """
    Then the response at "$.value" is "${minor:<amount>}"

  Scenario: the coupon {coupon:string} takes {percent:int}% off
    A coupon comes off what is left after promotions, before tax.

    Given the staff is behind the counter
    When I send PUT "/coupons/${alias:<coupon>}" to "pricing" with the fields:
      | kind  | PERCENTAGE |
      | value | <percent>  |
    Then the response at "$.value" is "<percent>"

  Scenario: the coupon {coupon:string} takes {amount:money} off
    Given the staff is behind the counter
    When I send PUT "/coupons/${alias:<coupon>}" to "pricing" with the fields:
      | kind     | FIXED                |
      | value    | ${minor:<amount>}    |
      | currency | ${currency:<amount>} |
    Then the response at "$.value" is "${minor:<amount>}"

  Scenario: the coupon {coupon:string} takes {percent:int}% off, for the first {redemptions:int} order(s)
    Given the staff is behind the counter
    When I send PUT "/coupons/${alias:<coupon>}" to "pricing" with the fields:
      | kind           | PERCENTAGE    |
      | value          | <percent>     |
      | maxRedemptions | <redemptions> |
    Then the response at "$.value" is "<percent>"

  Scenario: the coupon {coupon:string} takes {percent:int}% off from {minimum:money} on
    Given the staff is behind the counter
    When I send PUT "/coupons/${alias:<coupon>}" to "pricing" with the fields:
      | kind         | PERCENTAGE            |
      | value        | <percent>             |
      | currency     | ${currency:<minimum>} |
      | minimumTotal | ${minor:<minimum>}    |
    Then the response at "$.value" is "<percent>"

  Scenario: the coupon {coupon:string} was used {times:int} time(s)
    Given the staff is behind the counter
    Then within 10 s, GET "/coupons/${alias:<coupon>}" of "pricing" has:
      | $.redemptions | <times> |

  Scenario: {shopper:string} asks for the price of her/his/their cart
    With the tax of her country; "the price is" says what it is.

    Given "<shopper>" uses the shop
    When I send GET "/carts/${cart of <shopper>}/quote?country=${country of <shopper>}" to "cart"

  Scenario: {shopper:string} asks for the price of her/his/their cart with the coupon {coupon:string}
    Given "<shopper>" uses the shop
    When I send GET "/carts/${cart of <shopper>}/quote?country=${country of <shopper>}&coupon=${alias:<coupon>}" to "cart"

  Scenario: the cart of {shopper:string} costs {total:money}
    Asks for the price and checks it, tax included.

    When "<shopper>" asks for the price of their cart
    Then the price is <total>

  Scenario: the cart of {shopper:string} costs {total:money} with the coupon {coupon:string}
    When "<shopper>" asks for the price of their cart with the coupon "<coupon>"
    Then the price is <total>

  Scenario: the price is {total:money}
    In the answer to the last question for a price, tax included.

    Then the response status is 200
    And the response has:
      | $.total    | ${minor:<total>}    |
      | $.currency | ${currency:<total>} |

  Scenario: {tax:money} of it is/are tax
    Of the price that was asked for last.

    Then the response at "$.tax" is "${minor:<tax>}"

  Scenario: the shop answers that the coupon is used up
    Then the response status is 422
    And the response is a problem "coupon-exhausted"

  Scenario: the shop answers that the coupon needs a larger order
    Then the response status is 422
    And the response is a problem "coupon-minimum"

  Scenario: the shop does not know the coupon
    Then the response status is 422
    And the response is a problem "unknown-coupon"

  Scenario: {product:string} is {percent:int}% off from {begin:string} on
    Given the staff is behind the counter
    When I send PUT "/promotions/${alias:<product>-<percent>-percent-off-later}" to "pricing" with body:
      """
      {
        "kind": "PERCENTAGE", "value": <percent>, "skus": ["${alias:<product>}"],
        "startsAt": "<begin>T00:00:00Z"
      }
      """
    Then the response at "$.value" is "<percent>"

  Scenario: {product:string} is {percent:int}% off until {end:string}
    Given the staff is behind the counter
    When I send PUT "/promotions/${alias:<product>-<percent>-percent-off-until}" to "pricing" with body:
      """
      {
        "kind": "PERCENTAGE", "value": <percent>, "skus": ["${alias:<product>}"],
        "endsAt": "<end>T00:00:00Z"
      }
      """
    Then the response at "$.value" is "<percent>"

  Scenario: the coupon {coupon:string} takes {percent:int}% off until {end:string}
    Given the staff is behind the counter
    When I send PUT "/coupons/${alias:<coupon>}" to "pricing" with the fields:
      | kind      | PERCENTAGE       |
      | value     | <percent>        |
      | expiresAt | <end>T00:00:00Z  |
    Then the response at "$.value" is "<percent>"

  Scenario: {shopper:string} tries to make {product:string} {percent:int}% off
    Given "<shopper>" uses the shop
    When I send PUT "/promotions/${alias:<product>-<percent>-percent-off}" to "pricing" with body:
      """
      {"kind": "PERCENTAGE", "value": <percent>, "skus": ["${alias:<product>}"]}
      """

  Scenario: the shop answers that the coupon is over
    Then the response status is 422
    And the response is a problem "coupon-expired"

  Scenario: the shop answers that the currencies differ
    Then the response status is 422
    And the response is a problem "mixed-currencies"

  Scenario: the shop answers that it does not sell to this country
    Then the response status is 422
    And the response is a problem "unknown-country"
