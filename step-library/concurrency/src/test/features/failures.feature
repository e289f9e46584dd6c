Feature: failures

  Scenario: fewer than expected
    Given there are 1 "Beans"
    When 3 shoppers at once want "Beans"
    Then exactly 2 of them succeed

  Scenario: not all
    Given there are 1 "Beans"
    When 3 shoppers at once want "Beans"
    Then all of them succeed

  Scenario: not enough
    Given there are 1 "Beans"
    When 3 shoppers at once want "Beans"
    Then at least 2 of them succeed

  Scenario: another failure
    Given there are 1 "Beans"
    When 3 shoppers at once want "Beans"
    Then the others fail with "out of stock"

  Scenario: no failure
    Given there are 3 "Beans"
    When 3 shoppers at once want "Beans"
    Then the others fail with "sold out"

  Scenario: the same value
    Given there are 2 "Beans"
    When 2 shoppers at once want "Beans"
    Then what they saved as "order" is different for each of them

  Scenario: other values
    Given there are 2 "Beans"
    When 2 shoppers at once want "Beans"
    Then what they saved as "receipt" is the same for all of them

  Scenario: nobody succeeded
    Given there are 0 "Beans"
    When 2 shoppers at once want "Beans"
    Then what they saved as "receipt" is the same for all of them

  Scenario: nobody asked
    Given there are 1 "Beans"
    When 3 shoppers at once want "Beans"
