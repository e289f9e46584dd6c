Feature: Warm-up

  Scenario: nothing runs
    Given a step that nobody defines
