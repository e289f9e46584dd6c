Feature: values

  Scenario: saved values
    Given I save "Ada" as "customer"
    And I save these values:
      | greeting | Dear ${customer} |
    Then the value "${greeting}" is "Dear Ada"
    And the value "${greeting}" is not "Dear Ben"

  Scenario: random values
    Given I save "${random:number from 1 to 6}" as "die"
    Then the value "${die}" is between "1" and "6"
    And the value "${die}" is "#{json-unit.regex}[1-6]"
    And the value "${card number:Mastercard}" is "#{json-unit.regex}5[0-9]{15}"

  Scenario: dates
    Then the value "${date:2026-11-27 + 2 work days}" is "2026-12-01"
    And the value "${time:in 2 hours}" is between "${now}" and "${time:in 3 hours}"
