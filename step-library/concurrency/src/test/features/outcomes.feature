Feature: outcomes

  Scenario: as many as there are
    Given there are 5 "Beans"
    When 20 shoppers at once want "Beans"
    Then exactly 5 of them succeed
    And at least 4 of them succeed
    And the others fail with "Beans is sold out"
    And what they saved as "receipt" is different for each of them
    And what they saved as "order" is the same for all of them

  Scenario: enough for all
    Given there are 5 "Beans"
    When 4 shoppers at once want "Beans"
    Then all of them succeed
