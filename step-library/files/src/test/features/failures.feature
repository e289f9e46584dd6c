Feature: failures

  Scenario: other rows
    Then the file "src/test/data/orders.csv" has the rows:
      | order | total |
      | o-1   | 7.50  |
      | o-3   | 1.00  |

  Scenario: another order
    Then the file "src/test/data/orders.csv" has exactly the rows:
      | order |
      | o-2   |
      | o-1   |

  Scenario: no such column
    Then the file "src/test/data/orders.csv" has the rows:
      | price |
      | 1     |

  Scenario: another number
    Then the file "src/test/data/orders.csv" has 3 rows

  Scenario: other values
    Then the JSON file "src/test/data/orders.json" has:
      | $[0].order | o-2 |

  Scenario: no JSON
    Then the JSON file "src/test/data/cut.json" has:
      | $.orders | 2 |

  Scenario: another text
    Then the file "src/test/data/orders.csv" contains "Eve"

  Scenario: a file that must not be there
    Then there is no file "src/test/data/orders.csv"

  Scenario: no file
    Then the file "src/test/data/nothing.csv" has 0 rows

  Scenario: a file outside the project
    Then the file "../core/pom.xml" contains "trestle"
