@epic:Paying @owner:payment
Feature: An acquirer that keeps failing
  Whoever is down is not asked again and again, and is asked again in time.

  @critical @severity:critical @edges
  Scenario: After three failures the acquirer is left alone for a while, and asked again then
    Given the acquirer fails three times and is back then
    When the till charges 8.33 EUR
    Then the shop asks to try again later
    And the till has asked the acquirer 3 times
    When the till charges 8.33 EUR
    Then the till leaves the acquirer alone for a while
    And the till has asked the acquirer 3 times
    And within 15 s, the till charges 8.33 EUR again
    And the till has asked the acquirer 4 times
