Feature: rows

  Scenario: values of every type
    Then in the database "shop" the table "public.orders" has a row with:
      | id        | 1                                    |
      | status    | OPEN                                 |
      | total     | 7.5                                  |
      | paid      | false                                |
      | at        | 2026-01-01T10:00:00Z                 |
      | reference | 00000000-0000-0000-0000-000000000001 |
      | lines     | [{"sku": "BEANS"}]                   |
      | Note      | it's new                             |
    And in the database "shop" the table "orders" has 1 row with:
      | id        | 2     |
      | reference | null  |
      | total     | <any> |
    And in the database "shop" the table "orders" has no row with:
      | id | 99 |

  Scenario: a query in any order
    Then in the database "shop" the query "SELECT id, total, paid, at, lines FROM orders WHERE id < 3" gives:
      | id | paid  | total | lines              | at    |
      | 2  | true  | 12    | null               | null  |
      | 1  | false | 7.5   | [{"sku": "BEANS"}] | <any> |

  Scenario: a query without rows
    Then in the database "shop" the query "SELECT id FROM orders WHERE id = 77" gives:
      | id |

  Scenario: a value is never SQL
    When in the database "shop" I run "INSERT INTO orders (id, status) VALUES (3, '${alias:Robert'); DROP TABLE orders;--}')"
    Then in the database "shop" the table "orders" has 1 row with:
      | status | ${alias:Robert'); DROP TABLE orders;--} |
    When in the database "shop" I run "DELETE FROM orders WHERE status LIKE '${alias:Robert'); DROP TABLE orders;--}%'"
    Then in the database "shop" the table "orders" has no row with:
      | id | 3 |

  Scenario: a parameter of any type
    Then in the database "shop" the query "SELECT status FROM orders WHERE at < ${now} AND id < 3" gives:
      | status |
      | OPEN   |
