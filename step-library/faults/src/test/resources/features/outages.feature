Feature: Outages

  Scenario: outages
    Given "inventory" is stopped
    And "pricing" is paused
    When "inventory" is back
    And "checkout" is restarted
    And the connection from "checkout" to "inventory" is cut
    And the connection from "checkout" to "pricing" is slowed by 1.5 s
    And the connection from "checkout" to "inventory" is back

  Scenario: outage of a service that is not there
    Given "inventry" is stopped
