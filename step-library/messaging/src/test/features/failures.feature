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

  Scenario: a duplicate that comes
    When I publish to the topic "failing-twice" 2 times the message:
      | key | ${alias:o-1} |
    Then for 5 s, the topic "failing-twice" has exactly 1 message with:
      | key | ${alias:o-1} |

  Scenario: another order
    When I publish to the topic "failing-order" the message:
      | key  | ${alias:o-1}       |
      | body | {"status": "OPEN"} |
    And I publish to the topic "failing-order" the message:
      | key  | ${alias:o-1}       |
      | body | {"status": "PAID"} |
    Then the topic "failing-order" has these messages in order:
      | key          | $.status |
      | ${alias:o-1} | PAID     |
      | ${alias:o-1} | OPEN     |

  Scenario: no such row
    When I publish to the topic "failing" the message:
      | topic | orders |

  Scenario: a topic that nobody made
    Then the topic "nothing-here" has no message with:
      | $.orderId | 1 |

  Scenario: a topic that nobody made in a while
    Then for 100 ms, the topic "nothing-here" has no message with:
      | $.orderId | 1 |
