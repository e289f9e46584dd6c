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

  Scenario: what the last mail has
    Given the system sends a mail with a link
    Then the last mail to "${alias:cleo@example.org}" is from "shop@example.org"
    And the last mail to "${alias:cleo@example.org}" reads "Dear Cleo, Confirm your order"
    And the last mail to "${alias:cleo@example.org}" has the attachment "terms.txt"
    And the last mail to "${alias:cleo@example.org}" has the link "Confirm your order"
    When I save the link "Confirm your order" of the last mail to "${alias:cleo@example.org}" as "confirm"
    Then the last mail to "${alias:cleo@example.org}" has the link "${confirm}"
    And the last mail to "${alias:cleo@example.org}" has the link "shop.example/confirm?token=4711&a=b"
    And the last mail to "${alias:cleo@example.org}" has the link "https://shop.example/plain?token=1"

  Scenario: another sender
    Given the system sends a mail with a link
    Then the last mail to "${alias:cleo@example.org}" is from "eve@example.org"

  Scenario: no such link
    Given the system sends a mail with a link
    Then the last mail to "${alias:cleo@example.org}" has the link "Cancel"

  Scenario: no such file
    Given the system sends a mail with a link
    Then the last mail to "${alias:cleo@example.org}" has the attachment "receipt.pdf"

  Scenario: another HTML
    Given the system sends a mail with a link
    Then the last mail to "${alias:cleo@example.org}" reads "Dear Ada"

  Scenario: a second mail that comes later
    Given a mail comes to "${alias:dora@example.org}"
    Then "${alias:dora@example.org}" receives 1 mail
    And a mail comes to "${alias:dora@example.org}"

  Scenario: a second mail that is expected later
    Given a mail comes to "${alias:dora@example.org}"
    Then "${alias:dora@example.org}" receives 1 mail
    Given a mail comes to "${alias:dora@example.org}"
    Then "${alias:dora@example.org}" receives 2 mails

  Scenario: a third mail than expected while it is watched
    Given a mail comes to "${alias:dora@example.org}"
    And a mail comes to "${alias:dora@example.org}"
    Then for 100 ms, "${alias:dora@example.org}" receives 1 mail

  Scenario Outline: a mail that comes after <step>
    Then <step>
    And a mail comes to "${alias:dora@example.org}"

    Examples:
      | step                                                                   |
      | "${alias:dora@example.org}" receives no mail with subject "Hello"      |
      | for 50 ms, "${alias:dora@example.org}" receives 0 mails                |

  Scenario: another mail than the one that must not come
    Then "${alias:dora@example.org}" receives no mail with subject "Cancelled"
    And a mail comes to "${alias:dora@example.org}"

  Scenario: an empty text
    Then "${alias:ada@example.org}" receives a mail with subject ""
