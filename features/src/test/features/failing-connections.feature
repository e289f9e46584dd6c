@epic:Buying @owner:checkout @edges
Feature: Failing connections
  Whichever connection fails, and however it does, the shopper is asked to try again later, and all is well once the connection is.
  What is only slow is waited for.

  @severity:critical
  Scenario Outline: No order without the <part>: it <failure>
    Given the shop has 5 "Beans" for 3.50 EUR each
    And "Ada" is a shopper from "DE"
    And "Ada" puts 2 "Beans" into her cart
    When for the checkout, the <part> <failure>
    And "Ada" pays with a valid card
    Then the shop asks to try again later
    When for the checkout, the <part> is well again
    Then 5 "Beans" are left in stock
    When "Ada" pays with a valid card
    Then the order of "Ada" is confirmed at 8.33 EUR

    Examples:
      | part      | failure           |
      | cart      | never answers     |
      | cart      | fails             |
      | cart      | cannot be reached |
      | cart      | talks nonsense    |
      | cart      | lets nobody in    |
      | pricing   | never answers     |
      | pricing   | fails             |
      | pricing   | cannot be reached |
      | pricing   | talks nonsense    |
      | pricing   | lets nobody in    |
      | inventory | never answers     |
      | inventory | fails             |
      | inventory | cannot be reached |
      | inventory | talks nonsense    |
      | inventory | lets nobody in    |
      | payment   | never answers     |
      | payment   | fails             |
      | payment   | cannot be reached |
      | payment   | talks nonsense    |
      | payment   | lets nobody in    |

  @severity:critical
  Scenario Outline: No price of a cart without the pricing: it <failure>
    Given the shop has 5 "Beans" for 3.50 EUR each
    And "Ada" is a shopper from "DE"
    And "Ada" puts 2 "Beans" into her cart
    When for the cart, the pricing <failure>
    And "Ada" asks for the price of her cart
    Then the shop asks to try again later
    When for the cart, the pricing is well again
    Then the cart of "Ada" costs 8.33 EUR

    Examples:
      | failure           |
      | never answers     |
      | fails             |
      | cannot be reached |
      | talks nonsense    |
      | lets nobody in    |

  @exclusive @severity:critical
  Scenario Outline: No payment without the acquirer: it <failure>
    Given the shop has 5 "Beans" for 3.50 EUR each
    And "Ada" is a shopper from "DE"
    And "Ada" puts 2 "Beans" into her cart
    When for the payment, the acquirer <failure>
    And "Ada" pays with a valid card
    Then the shop asks to try again later
    And the order of "Ada" is cancelled
    And 5 "Beans" are left in stock
    When for the payment, the acquirer is well again
    And "Ada" pays with a valid card
    Then the order of "Ada" is confirmed at 8.33 EUR

    Examples:
      | failure           |
      | never answers     |
      | fails             |
      | cannot be reached |
      | talks nonsense    |
      | lets nobody in    |

  @exclusive @severity:normal
  Scenario Outline: A payment at the till gets over a first try at which the acquirer <failure>
    When for the till, the acquirer <failure> at first
    And the till charges 8.33 EUR again

    Examples:
      | failure           |
      | never answers     |
      | fails             |
      | cannot be reached |
      | talks nonsense    |
      | lets nobody in    |

  @severity:normal
  Scenario Outline: The <part> that has just started and cannot get the keys says so, and lets in once it can
    Given the shop has 5 "Beans" for 3.50 EUR each
    And "Ada" is a shopper from "DE"
    And "Ada" bought 1 "Beans"
    And the <part> starts anew
    When for the <part>, the identity fails
    And <attempt>
    Then the shop asks to try again later
    When for the <part>, the identity cannot be reached
    And <attempt>
    Then the shop asks to try again later
    When for the <part>, the identity talks nonsense
    And <attempt>
    Then the shop asks to try again later
    When for the <part>, the identity lets nobody in
    And <attempt>
    Then the shop asks to try again later
    When for the <part>, the identity never answers
    And <attempt>
    Then the shop asks to try again later
    When for the <part>, the identity is well again, but slow
    And <attempt>
    Then the shop does so

    Examples:
      | part         | attempt                                           |
      | pricing      | "Ada" asks for the price of her cart              |
      | cart         | "Ada" opens the cart of "Ada"                     |
      | inventory    | "Ada" asks for the stock of "Beans"               |
      | payment      | "Ada" opens the payment of "Ada"                  |
      | till         | the till charges 3.50 EUR                         |
      | checkout     | "Ada" opens the order of "Ada"                    |
      | notification | "Ada" asks what was told about the order of "Ada" |

  @severity:normal
  Scenario Outline: A <part> that is slow makes an order slow, not wrong
    Given the shop has 5 "Beans" for 3.50 EUR each
    And "Ada" is a shopper from "DE"
    And for the cart, the pricing is slow
    And "Ada" puts 2 "Beans" into her cart
    When for the <consumer>, the <part> is slow
    And "Ada" pays with a valid card
    Then the order of "Ada" is confirmed at 8.33 EUR
    And the money is taken once

    Examples:
      | part      | consumer |
      | cart      | checkout |
      | pricing   | checkout |
      | inventory | checkout |
      | payment   | checkout |
      | acquirer  | payment  |

  @exclusive @severity:normal
  Scenario: A slow answer of the acquirer is waited for at the till
    Given for the till, the acquirer is slow
    When the till charges 8.33 EUR again
    Then the till has asked the acquirer 1 times

  @severity:critical
  Scenario Outline: What the payment gets twice is paid once: <call>
    Given the shop has 5 "Beans" for 3.50 EUR each
    And "Ada" is a shopper from "DE"
    And "Ada" puts 2 "Beans" into her cart
    When the payment gets each "<call>" of the checkout twice
    And "Ada" pays with a valid card
    Then the order of "Ada" is confirmed at 8.33 EUR
    And "Ada" paid 8.33 EUR
    And the money is taken once

    Examples:
      | call                     |
      | POST /payments           |
      | POST /payments/*/capture |

  @severity:critical
  Scenario Outline: What the inventory gets twice is taken from stock once: <call>
    Given the shop has 5 "Beans" for 3.50 EUR each
    And "Ada" is a shopper from "DE"
    And "Ada" puts 2 "Beans" into her cart
    When the inventory gets each "<call>" of the checkout twice
    And "Ada" pays with a valid card
    Then the order of "Ada" is confirmed at 8.33 EUR
    And 3 "Beans" are left in stock

    Examples:
      | call                        |
      | POST /reservations          |
      | POST /reservations/*/commit |

  @severity:normal
  Scenario Outline: A price that <failure> is no price
    Given the shop has 5 "Beans" for 3.50 EUR each
    And "Ada" is a shopper from "DE"
    And "Ada" puts 2 "Beans" into her cart
    When <answer>
    And "Ada" asks for the price of her cart
    Then the shop asks to try again later

    Examples:
      | failure          | answer                                   |
      | has no total     | the prices come without their total      |
      | is null          | the prices come with no value as total   |
      | is no number     | the prices come with words as total      |
      | is a web page    | the prices come as a web page            |
      | is empty         | the prices come empty                    |
      | breaks off       | the prices break off half way            |
      | is lost          | the prices are lost on their way         |
