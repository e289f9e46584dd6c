@epic:Buying @owner:checkout
Feature: Checkout
  An order is paid, sold and confirmed as a whole, or everything that was done for it is undone.

  Background:
    Given the shop has 5 "Beans" for 3.50 EUR each
    And "Ada" is a shopper from "DE"
    And "Ada" puts 2 "Beans" into her cart

  @critical @severity:blocker @edges
  Scenario: The coupon cannot be used at the end: the money and the stock come back
    Given the coupon "SPRING" takes 10% off
    And the coupon cannot be used once all else is done
    When "Ada" pays with a valid card and the coupon "SPRING"
    Then the shop asks to try again later
    And the order of "Ada" is cancelled
    And "Ada" gets 7.50 EUR back
    And 5 "Beans" are left in stock
    And the coupon "SPRING" was used 0 times
    And "Ada" is told by email that her order was cancelled

  @critical @severity:blocker @edges
  Scenario: The payments stop before the money is taken: what was set aside is let go
    Given the payments stop before the money is taken
    When "Ada" pays with a valid card
    Then the shop asks to try again later
    And the order of "Ada" is cancelled
    And the money that was set aside for "Ada" is let go
    And no money is taken
    And 5 "Beans" are left in stock
    And "Ada" is told by email that her order was cancelled

  @critical @severity:critical @edges
  Scenario: The acquirer refuses to take the money: what was set aside is let go
    Given the acquirer refuses to take the money
    When "Ada" pays with a valid card
    Then the shop answers that the order was cancelled
    And the order of "Ada" is cancelled
    And the money that was set aside for "Ada" is let go
    And 5 "Beans" are left in stock
    And "Ada" is told by email that her order was cancelled
    And the email to "Ada" says "You were not charged."

  @critical @severity:critical @edges
  Scenario: The reservation is over once the payment is done: the money goes back
    Given the reservation is over once the payment is done
    When "Ada" pays with a valid card
    Then the shop answers that the order was cancelled
    And the order of "Ada" is cancelled
    And "Ada" gets 8.33 EUR back
    And 5 "Beans" are left in stock
    And "Ada" is never told that her order is confirmed

  @critical @severity:critical @edges
  Scenario: The inventory answers too late: what it sold comes back
    Given the inventory answers too late, once the payment is done
    When "Ada" pays with a valid card
    Then the shop asks to try again later
    And the order of "Ada" is cancelled
    And "Ada" gets 8.33 EUR back
    And 5 "Beans" are left in stock

  @critical @severity:critical @edges
  Scenario: Another order takes the last use of the coupon: the money goes back
    Given the coupon "LAST" takes 10% off, for the first 1 order
    And the last use of the coupon goes to another order meanwhile
    When "Ada" pays with a valid card and the coupon "LAST"
    Then the shop answers that the order was cancelled
    And the order of "Ada" is cancelled
    And "Ada" gets 7.50 EUR back
    And 5 "Beans" are left in stock

  @critical @severity:critical @edges
  Scenario: The inventory is out of order: nothing is paid
    Given the inventory is out of order
    When "Ada" pays with a valid card
    Then the shop asks to try again later
    And the order of "Ada" is cancelled
    And no money is taken
    And "Ada" is told by email that her order was cancelled

  @critical @severity:critical @edges
  Scenario: The acquirer gives the money back at the second try, and gives it back once
    Given the inventory fails once the payment is done
    And the acquirer does not answer the first request to give the money back
    When "Ada" pays with a valid card
    Then the shop asks to try again later
    And the order of "Ada" is cancelled
    And "Ada" gets 8.33 EUR back
    And the acquirer is asked 2 times to give the same money back

  @severity:normal @edges
  Scenario: A cart that cannot be closed holds up no order
    Given the carts cannot be closed
    When "Ada" pays with a valid card
    Then the order of "Ada" is confirmed at 8.33 EUR
    And 3 "Beans" are left in stock
    And "Ada" is told by email that her order is confirmed

  @severity:normal @edges
  Scenario: Without prices there is no order
    Given the prices are out of order at the checkout
    When "Ada" pays with a valid card
    Then the shop asks to try again later
    And "Ada" has 0 orders
    And 5 "Beans" are left in stock

  @severity:normal @edges
  Scenario: Without carts there is no order
    Given the carts are out of order at the checkout
    When "Ada" pays with a valid card
    Then the shop asks to try again later
    And "Ada" has 0 orders

  @severity:normal
  Scenario: An empty cart cannot be ordered
    Given "Ada" takes "Beans" out of her cart
    When "Ada" pays with a valid card
    Then the shop answers that the cart is empty
    And "Ada" has 0 orders

  @critical @severity:critical
  Scenario: Nobody orders the cart of another shopper
    Given "Ben" is a shopper from "DE"
    When "Ben" pays for the cart of "Ada" with a valid card
    Then the shop keeps it closed to "Ben"
    And "Ada" has 0 orders
    And 5 "Beans" are left in stock

  @severity:normal
  Scenario: The order of another shopper stays closed
    Given "Ada" pays with a valid card
    And the order of "Ada" is confirmed
    And "Ben" is a shopper from "DE"
    When "Ben" opens the order of "Ada"
    Then the shop keeps it closed to "Ben"
    When "Ben" opens the payment of "Ada"
    Then the shop keeps it closed to "Ben"

  @severity:normal @edges
  Scenario: The same click with another card is another order
    Given "Ada" clicks on "Pay" with a valid card
    And the order of "Ada" is confirmed
    When "Ada" clicks on "Pay" with a declined card
    Then the shop answers that this click belongs to another order
    And the money is taken once

  @severity:minor @edges
  Scenario: What costs nothing needs no payment
    Given the shop has 5 "Samples" for 0.00 EUR each
    And "Ada" takes "Beans" out of her cart
    And "Ada" puts 1 "Samples" into her cart
    When "Ada" pays with a valid card
    Then the order of "Ada" is confirmed without a payment
    And 4 "Samples" are left in stock
    And no money is taken
