Feature: failures

  Scenario: too many
    When I publish to the topic "failing" with key "o-1":
      """
      {"orderId": "o-1"}
      """
    And I publish to the topic "failing" with key "o-1":
      """
      {"orderId": "o-1"}
      """
    Then the topic "failing" has exactly 1 message with:
      | $.orderId | o-1 |

  Scenario: one that must not be
    When I publish to the topic "failing-too" with key "o-1":
      """
      {"orderId": "o-1"}
      """
    Then the topic "failing-too" has no message with:
      | $.orderId | o-1 |

  Scenario: none in time
    Then the topic "never-there" has a message with:
      | $.orderId | o-1 |
