Feature: messages

  Scenario Outline: <shopper> publishes to a topic that others use
    Given the order "${alias:o-1}"
    When I publish to the topic "shared" with key "${order}":
      """
      {"orderId": "${order}", "shopper": "<shopper>", "lines": [{"sku": "BEANS", "quantity": 2}]}
      """
    Then the topic "shared" has exactly 1 message with:
      | $.orderId | ${order} |
    And the topic "shared" has a message with:
      | key                 | ${order}  |
      | header traceparent  | <any>     |
      | $.shopper           | <shopper> |
      | $.lines[0].quantity | 2         |
    And the topic "shared" has no message with:
      | $.orderId | ${order}  |
      | $.shopper | Eve       |

    Examples:
      | shopper |
      | Ada     |
      | Ben     |

  Scenario: text that is no JSON is found by its key
    When I publish to the topic "texts" with key "${alias:note}":
      """
      Hello
      """
    Then the topic "texts" has exactly 1 message with:
      | key | ${alias:note} |

  Scenario: headers, a duplicate and an order
    Given the order "${alias:o-2}"
    When I publish to the topic "steps" the message:
      | key         | ${order}                                |
      | header kind | opened                                  |
      | body        | {"orderId": "${order}", "step": "OPEN"} |
    And I publish to the topic "steps" 2 times the message:
      | key         | ${order}                                |
      | header kind | paid                                    |
      | body        | {"orderId": "${order}", "step": "PAID"} |
    Then the topic "steps" has these messages in order:
      | key      | header kind | $.step |
      | ${order} | opened      | OPEN   |
      | ${order} | paid        | PAID   |
      | ${order} | paid        | PAID   |
    And for 200 ms, the topic "steps" has exactly 2 messages with:
      | key         | ${order} |
      | header kind | paid     |
    And for 200 ms, the topic "steps" has no message with:
      | key    | ${order}  |
      | $.step | CANCELLED |

  Scenario: a poison message is there by its key
    When I publish a poison message to the topic "texts" with key "${alias:poison}"
    Then the topic "texts" has exactly 1 message with:
      | key | ${alias:poison} |
