@epic:Access @owner:identity
Feature: Account
  A shopper registers once and signs in with the password; the staff's work is the staff's alone.

  @critical @severity:blocker
  Scenario: A wrong password opens nothing
    Given "Ada" is a shopper from "DE"
    When "Ada" tries to sign in with a wrong password
    Then the shop refuses the log-in

  @critical @severity:critical
  Scenario: Whoever is not registered is told no more than who has the wrong password
    When "Nobody" tries to sign in
    Then the shop refuses the log-in

  @critical @severity:critical
  Scenario: An email belongs to one shopper
    Given "Ada" is a shopper from "DE"
    When "Eve" tries to register with the email of "Ada"
    Then the shop answers that the email is taken

  @severity:normal
  Scenario Outline: Nobody registers with a wrong <field>
    When somebody tries to register with the email "<email>", the password "<password>" and the country "<country>"
    Then the shop refuses the registration because of the <field>

    Examples:
      | field    | email           | password        | country |
      | email    | eve-at-the-shop | long-enough-one | DE      |
      | password | eve@shop.test   | short           | DE      |
      | country  | eve@shop.test   | long-enough-one | XX      |

  @critical @severity:critical
  Scenario Outline: What the staff does, a shopper cannot do: <attempt>
    Given the shop has 5 "Beans" for 3.50 EUR each
    And "Ada" is a shopper from "DE"
    And "Ada" bought 1 "Beans"
    When "Ada" <attempt>
    Then the shop answers that only the staff may do this

    Examples:
      | attempt                                           |
      | tries to change the price of "Beans" to 0.01 EUR  |
      | tries to make "Beans" 99% off                     |
      | tries to set the stock of "Beans" to 1000         |
      | tries to refund 4.17 EUR of her order             |
