Feature: failures about tables

  Scenario: other columns
    Then in the database "shop" the table "entries" has exactly the columns:
      | column | type         | nullable |
      | id     | bigint       | no       |
      | total  | numeric(8,2) | yes      |

  Scenario: no such table
    Then in the database "shop" the table "nonsense" has the columns:
      | column |
      | id     |

  Scenario: an unknown header
    Then in the database "shop" the table "entries" has the columns:
      | name |
      | id   |

  Scenario: another number of rows
    Then in the database "shop" the table "entries" has 5 rows

  Scenario: a missing row
    Then in the database "shop" the table "coupons" has the rows:
      | code    | percent |
      | WELCOME | 6       |

  Scenario: another row
    Then in the database "shop" the table "coupons" has exactly the rows:
      | code    | percent |
      | SPRING  | 5       |

  Scenario: sums that differ
    Then these queries give the same:
      | shop | SELECT sum(total) FROM entries |
      | shop | SELECT max(total) FROM entries |

  Scenario: another value
    Then in the database "shop" the query "SELECT max(total) FROM entries" gives "13"

  Scenario: more than a value
    Then in the database "shop" the query "SELECT id, total FROM entries" gives "13"

  Scenario: a broken file
    When in the database "shop" I run the file "src/test/sql/broken.sql"

  Scenario: after a broken file
    Then in the database "shop" the table "coupons" has the rows:
      | code    | percent |
      | WELCOME | 5       |

  Scenario: a file that is not there
    When in the database "shop" I run the file "src/test/sql/nothing.sql"

  Scenario: a file outside the project
    When in the database "shop" I run the file "../http/pom.xml"

  Scenario: another secret
    Then in the database "shop" the query "SELECT 'correct horse' AS password FROM entries WHERE id = 1" gives "battery staple"

  Scenario: another secret in a function
    Then in the database "shop" the query "SELECT max(password) AS m FROM (SELECT 'correct horse' AS password FROM entries) AS p" gives "battery staple"

  Scenario: secrets that differ
    Then these queries give the same:
      | shop | SELECT 'correct horse' AS password FROM entries WHERE id = 1  |
      | shop | SELECT 'battery staple' AS password FROM entries WHERE id = 1 |
