Feature: A

  Scenario: Saved
    Given I save "1" as "a"
