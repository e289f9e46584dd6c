Feature: tables

  Scenario: rows are there for a scenario
    Given in the database "shop" I insert into "coupons":
      | code            | percent |
      | ${alias:SPRING} | 10      |
      | ${alias:SUMMER} | null    |
    And in the database "shop" I insert into "entries":
      | total |
      | 3.25  |
    And in the database "shop" I insert into "marks":
      | mark           |
      | ${alias:GREEN} |
    Then in the database "shop" the table "coupons" has the rows:
      | code            | percent |
      | ${alias:SUMMER} | null    |
      | WELCOME         | 5       |
    And in the database "shop" the table "coupons" has 3 rows
    And in the database "shop" the table "entries" has 3 rows
    And in the database "shop" the table "marks" has 1 row

  Scenario: rows are gone after it
    Then in the database "shop" the table "coupons" has exactly the rows:
      | percent | code    |
      | 5       | WELCOME |
    And in the database "shop" the table "entries" has 2 rows
    And in the database "shop" the table "marks" has 0 rows

  Scenario: rows are not there for a scenario
    Given in the database "shop" I delete the rows of "coupons" with:
      | code | WELCOME |
    And in the database "shop" I delete the rows of "entries" with:
      | note | <any> |
    Then in the database "shop" the table "coupons" has 0 rows
    And in the database "shop" the table "entries" has exactly the rows:
      | id |

  Scenario: rows are back after it
    Then in the database "shop" the table "coupons" has exactly the rows:
      | code    | percent |
      | WELCOME | 5       |
    And in the database "shop" the table "entries" has exactly the rows:
      | total | note         |
      | 12    | it's --paid  |
      | 7.5   | a; b         |

  Scenario: columns and their types
    Then in the database "shop" the table "entries" has exactly the columns:
      | column | type          | nullable |
      | id     | int           | no       |
      | total  | numeric(10,2) | no       |
      | note   | varchar(100)  | yes      |
    And in the database "shop" the table "coupons" has the columns:
      | column  |
      | percent |

  Scenario: single values and sums
    When in the database "shop" I save what "SELECT max(percent) FROM coupons" gives as "most"
    Then in the database "shop" the query "SELECT count(*) FROM coupons WHERE percent = ${most}" gives "1"
    And in the database "shop" the query "SELECT sum(total) FROM entries" gives "19.5"
    And these queries give the same:
      | shop | SELECT sum(total) FROM entries                     |
      | shop | SELECT max(total) + min(total) + 0.0 FROM entries  |

  Scenario: statements of a file
    When in the database "shop" I run the file "src/test/sql/coupons.sql"
    Then in the database "shop" the table "coupons" has the rows:
      | code    | percent |
      | WELCOME | 5       |
