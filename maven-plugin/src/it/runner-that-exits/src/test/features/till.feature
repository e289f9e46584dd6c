Feature: Till

  Scenario: It opens
    Given the till opens

  Scenario: It ends everything
    Given the till ends everything

  Scenario: It closes
    Given the till opens
