Feature: failures

  Scenario: nobody listens
    Then the exchange "silent" has a message with:
      | $.orderId | o-1 |

  Scenario: a duplicate
    Given the queue "doubles.dead" is there
    When I publish to the queue "doubles.dead" 2 times the message:
      | body | {"orderId": "o-1"} |

    Then the queue "doubles.dead" has exactly 1 message with:
      | $.orderId | o-1 |

  Scenario: no such queue
    When I publish to the queue "nowhere" the message:
      | body | {} |

  Scenario: no such exchange
    When I publish to the exchange "nowhere" the message:
      | key  | a  |
      | body | {} |

  Scenario: a queue of a service
    Given a service consumes the queue "work"
    Then the queue "work" has no message with:
      | $.orderId | o-1 |

  Scenario: a queue that is not there
    Then the queue "later" has a message with:
      | $.orderId | o-1 |
