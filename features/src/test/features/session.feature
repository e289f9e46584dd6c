@epic:Access @owner:identity
Feature: Session
  Only the one who signed in acts as that shopper, and only as long as the session lasts.

  Background:
    Given "Ada" is a shopper from "DE"

  @critical @severity:critical
  Scenario: A session ends by itself
    When "Ada" signs in for 1 second
    Then within 10 s, "Ada" has to sign in again

  @critical @severity:critical
  Scenario: A session that somebody has changed is refused
    When somebody uses the session of "Ada" with the roles changed
    Then the cart of "Ada" stays closed to them

  @critical @severity:critical
  Scenario: A session without a signature is refused
    When somebody uses the session of "Ada" without its signature
    Then the cart of "Ada" stays closed to them

  @critical @severity:critical
  Scenario: A session that somebody has signed themselves is refused
    When somebody uses the session of "Ada" with a signature of their own
    Then the cart of "Ada" stays closed to them

  @critical @severity:critical
  Scenario: Nobody gets in without a session
    When somebody uses the shop without a session
    Then the cart of "Ada" stays closed to them
