Feature: 0

  Scenario: fine 1
    Given fine

  Scenario: fine 2
    Given fine

  Scenario: fine 3
    Given fine

  Scenario: fine 4
    Given fine

  Scenario: fine 5
    Given fine

  Scenario: fine 6
    Given fine

  Scenario: fine 7
    Given fine

  Scenario: fine 8
    Given fine

  Scenario: fine 9
    Given fine

  Scenario: fine 10
    Given fine

  Scenario: fine 11
    Given fine

  Scenario: fine 12
    Given fine

  Scenario: fine 13
    Given fine

  Scenario: fine 14
    Given fine

  Scenario: fine 15
    Given fine

  Scenario: fine 16
    Given fine

  Scenario: fine 17
    Given fine

  Scenario: fine 18
    Given fine

  Scenario: fine 19
    Given fine

  Scenario: fine 20
    Given fine

  Scenario: fine 21
    Given fine

  Scenario: fine 22
    Given fine

  Scenario: fine 23
    Given fine

  Scenario: fine 24
    Given fine

  Scenario: fine 25
    Given fine

  Scenario: fine 26
    Given fine

  Scenario: fine 27
    Given fine

  Scenario: fine 28
    Given fine

  Scenario: fine 29
    Given fine

  Scenario: fine 30
    Given fine

  Scenario: fine 31
    Given fine

  Scenario: fine 32
    Given fine

  Scenario: fine 33
    Given fine

  Scenario: fine 34
    Given fine

  Scenario: fine 35
    Given fine

  Scenario: fine 36
    Given fine

  Scenario: fine 37
    Given fine

  Scenario: fine 38
    Given fine

  Scenario: fine 39
    Given fine

  Scenario: fine 40
    Given fine
