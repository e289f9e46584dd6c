Feature: messages of an AMQP broker

  Scenario Outline: <shopper> publishes to an exchange that others use
    Given the exchange "orders" is there
    And I listen to the exchange "orders" with the routing key "order.*"
    And the order "${alias:o-1}"
    When I publish to the exchange "orders" the message:
      | key         | order.placed                                 |
      | header kind | first                                        |
      | body        | {"orderId": "${order}", "for": "<shopper>"}  |
    And I publish to the exchange "orders" the message:
      | key  | other.placed                                |
      | body | {"orderId": "${order}", "for": "somebody"}  |
    Then the exchange "orders" has exactly 1 message with:
      | $.orderId          | ${order}     |
      | $.for              | <shopper>    |
      | key                | order.placed |
      | header kind        | first        |
      | header traceparent | <any>        |
    And the exchange "orders" has no message with:
      | $.orderId | ${order} |
      | $.for     | Eve      |

    Examples:
      | shopper |
      | Ada     |
      | Ben     |

  Scenario: a dead letter is taken from its queue once
    Given the queue "orders.dead" is there
    When I publish to the queue "orders.dead" the message:
      | header x-reason | rejected                   |
      | body            | no JSON of ${alias:o-2}    |
    Then the queue "orders.dead" has a message with:
      | header x-reason | rejected    |
      | key             | orders.dead |
    And for 200 ms, the queue "orders.dead" has no message with:
      | $.orderId | ${alias:o-2} |

  Scenario: messages in order
    Given the queue "steps.dead" is there
    When I publish to the queue "steps.dead" the message:
      | body | {"orderId": "${alias:o-3}", "step": "OPEN"} |
    And I publish to the queue "steps.dead" 2 times the message:
      | body | {"orderId": "${alias:o-3}", "step": "PAID"} |
    Then the queue "steps.dead" has these messages in order:
      | $.orderId    | $.step |
      | ${alias:o-3} | OPEN   |
      | ${alias:o-3} | PAID   |
      | ${alias:o-3} | PAID   |
