@epic:Buying @owner:notification
Feature: Mail
  Whatever the shop's internal post does, a shopper gets each mail once.

  @severity:normal
  Scenario: News that arrives twice is told once
    When the news of a confirmed order of "Ada" arrives twice
    Then "Ada" is told once by email that this order is confirmed

  @severity:normal
  Scenario: News that nobody can read is kept and holds up nobody
    When news arrives that nobody can read
    Then the unreadable news is kept for the support team
    When the news of a confirmed order of "Ada" arrives
    Then "Ada" is told once by email that this order is confirmed
