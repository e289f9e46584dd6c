Feature: Broken

  Scenario: Half a table
    Given the table
      | a | b |
      | 1 |
