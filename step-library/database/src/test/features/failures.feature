Feature: failures

  Scenario: wrong rows
    Then in the database "shop" the query "SELECT * FROM orders WHERE id < 3 ORDER BY id" gives:
      | id | status |
      | 1  | PAID   |

  Scenario: no such row
    Then in the database "shop" the table "orders" has a row with:
      | status | OPEN |
      | paid   | true |

  Scenario: too many rows
    Then in the database "shop" the table "orders" has no row with:
      | status | OPEN |

  Scenario: no such database
    Then in the database "stock" the table "orders" has no row with:
      | status | OPEN |

  Scenario: a database that is down
    When in the database "archive" I run "SELECT 1"

  Scenario: bad SQL
    When in the database "shop" I run "SELECT nonsense"

  Scenario: no such column
    Then in the database "shop" the query "SELECT id, status FROM orders" gives:
      | state |
      | OPEN  |
