@epic:Buying @owner:inventory
Feature: Reservation
  What is reserved for an order is sold to nobody else, until it is sold, released or over.

  Background:
    Given the shop has 5 "Beans" for 3.50 EUR each

  @critical @severity:critical
  Scenario: A reservation ends by itself, and its stock is for sale again
    Given 5 "Beans" are reserved for 1 second
    Then 5 "Beans" are left in stock
    When the staff sells the reserved "Beans"
    Then the shop answers that the reservation is over
    And 5 "Beans" are left in stock

  @critical @severity:critical @edges
  Scenario: What is reserved is not for sale
    Given 4 "Beans" are reserved for 600 seconds
    And "Ada" is a shopper from "DE"
    And "Ada" puts 2 "Beans" into her cart
    When "Ada" pays with a valid card
    Then the shop answers that only 1 of 2 "Beans" are left
    And no money is taken

  @critical @severity:critical
  Scenario: Two reservations add up
    Given 2 "Beans" are reserved for 600 seconds
    And 2 "Beans" are reserved for 600 seconds
    Then 1 "Beans" is free to sell
    When the staff reserves 2 "Beans" for 600 seconds
    Then the shop answers that only 1 of 2 "Beans" are left

  @severity:normal
  Scenario: A released reservation gives its stock back once
    Given 2 "Beans" are reserved for 600 seconds
    When the staff releases the reserved "Beans"
    Then the reservation is RELEASED
    When the staff releases the reserved "Beans"
    Then the reservation is RELEASED
    And 5 "Beans" are left in stock

  @severity:normal
  Scenario: What is released cannot be sold
    Given 2 "Beans" are reserved for 600 seconds
    And the staff releases the reserved "Beans"
    When the staff sells the reserved "Beans"
    Then the shop answers that the reservation was released
    And 5 "Beans" are left in stock

  @severity:normal
  Scenario: A reservation is sold once, and what was sold can come back
    Given 2 "Beans" are reserved for 600 seconds
    When the staff sells the reserved "Beans"
    And the staff sells the reserved "Beans"
    Then the reservation is COMMITTED
    And 3 "Beans" are left in stock
    When the staff releases the reserved "Beans"
    Then the reservation is RETURNED
    And 5 "Beans" are left in stock

  @severity:normal
  Scenario: An order has one reservation, however often it asks
    When the staff reserves 2 "Beans" for the order "one"
    And the staff reserves 2 "Beans" for the order "one"
    Then the reservation is HELD
    And 3 "Beans" are free to sell

  @severity:normal
  Scenario: The stock is never set below what is reserved
    Given 3 "Beans" are reserved for 600 seconds
    When the staff tries to set the stock of "Beans" to 2
    Then the shop answers that 3 "Beans" are reserved

  @severity:minor
  Scenario: Less than nothing cannot be in stock
    When the staff tries to set the stock of "Beans" to -1
    Then the shop refuses the number
    And 5 "Beans" are left in stock

  @severity:minor
  Scenario: A product that was never in stock has none
    Given "Ada" is a shopper from "DE"
    When "Ada" asks for the stock of "Diamonds"
    Then the shop finds no such thing
