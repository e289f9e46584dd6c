Feature: Mails

  Background:
    Given the system sends mails

  Scenario: a mail that came
    Then "${alias:ada@example.org}" receives a mail with subject "Your order of BEANS-1"
    And "${alias:ada@example.org}" receives a mail with subject "${alias:BEANS-1}"
    And "${alias:ada@example.org}" receives 2 mails
    And the last mail to "${alias:ada@example.org}" contains "It is on its way."
    And "${alias:ada@example.org}" receives no mail with subject "Cancelled"
    And "${alias:bob@example.org}" receives 0 mails

  Scenario: a mail that did not come
    Then "${alias:ada@example.org}" receives a mail with subject "Cancelled"

  Scenario: nothing came
    Then "${alias:bob@example.org}" receives a mail with subject "Cancelled"

  Scenario: too many
    Then "${alias:ada@example.org}" receives 1 mail

  Scenario: none expected but one came
    Then "${alias:ada@example.org}" receives no mail with subject "Your order"

  Scenario: another text
    Then the last mail to "${alias:ada@example.org}" contains "It is lost."
