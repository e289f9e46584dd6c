Feature: B

  Scenario: next
    Given fine
