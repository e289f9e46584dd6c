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

  Scenario: a topic that nobody made has no messages
    Then the topic "nothing-here" has no message with:
      | $.orderId | 1 |
