Feature: Mail to shoppers

  Scenario: {shopper:string} is told by email that her/his/their order is confirmed
    Waits up to 10 seconds.

    Then "${alias:<shopper>@cornershop.example}" receives a mail with subject "Your order ${order of <shopper>} is confirmed"

  Scenario: {shopper:string} is told by email that her/his/their order was cancelled
    Then "${alias:<shopper>@cornershop.example}" receives a mail with subject "Your order ${order of <shopper>} was cancelled"

  Scenario: the email to {shopper:string} says {text:string}
    Then the last mail to "${alias:<shopper>@cornershop.example}" contains "<text>"

  Scenario: {shopper:string} is never told that her/his/their order is confirmed
    Then "${alias:<shopper>@cornershop.example}" receives no mail with subject "Your order ${order of <shopper>} is confirmed"

  Scenario: {shopper:string} gets {count:int} email(s)
    In all, since the scenario began; waits up to 10 seconds.

    Then "${alias:<shopper>@cornershop.example}" receives <count> mails

  Scenario: {shopper:string} asks what was told about the order of {other:string}
    Given "<shopper>" uses the shop
    When I send GET "/notifications?orderId=${order of <other>}" to "notification"

  Scenario: nothing is shown
    Then the response status is 200
    And the response at "$[0]" is absent
