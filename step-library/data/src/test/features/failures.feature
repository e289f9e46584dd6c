Feature: failures

  Scenario: another value
    Given I save "5" as "count"
    Then the value "${count}" is "6"

  Scenario: the same value
    Then the value "5" is not "5"

  Scenario: out of bounds
    Then the value "10" is between "2" and "9"
