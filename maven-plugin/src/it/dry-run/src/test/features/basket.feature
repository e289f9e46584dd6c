Feature: Basket

  Scenario: An empty basket
    Given a basket
    Then it is empty

  Scenario: A full basket
    Given a basket
    Then it is full
