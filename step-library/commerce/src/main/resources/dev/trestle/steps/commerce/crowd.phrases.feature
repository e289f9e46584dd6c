Feature: Many shoppers at once
  These are written after "20 shoppers at once" and the like. Each shopper of a crowd is "Somebody"
  of their own.

  Scenario: have/has {quantity:int} {product:string} in the/their cart
    Given "Somebody" is a shopper from "DE"
    When "Somebody" puts <quantity> "<product>" into their cart

  Scenario: pay/pays with {card:card}
    When "Somebody" pays with <card>

  Scenario: want/wants {quantity:int} {product:string}
    Given has <quantity> "<product>" in the cart
    When pays with a valid card

  Scenario: their order is confirmed
    Then the order of "Somebody" is confirmed

  Scenario: their order is confirmed at {total:money}
    Then the order of "Somebody" is confirmed at <total>
