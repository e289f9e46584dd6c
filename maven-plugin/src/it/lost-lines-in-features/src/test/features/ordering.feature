Feature: Ordering

  Scenaro: What is ordered is reserved
    Given an order
    Then it is reserved

  Scenario: What is paid is shipped
    Given an order
