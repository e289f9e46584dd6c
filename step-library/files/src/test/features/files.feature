Feature: files

  Scenario: a CSV file
    Then the file "src/test/data/orders.csv" has the rows:
      | total | customer       |
      | 12.00 | Ben            |
      | 7.50  | Ada; of London |
    And the file "src/test/data/orders.csv" has exactly the rows:
      | order |
      | o-1   |
      | o-2   |

  Scenario: a JSON file
    Then the file "src/test/data/orders.json" has the rows:
      | order | total |
      | o-2   | 12.0  |
    And the file "src/test/data/orders.json" has 2 rows
    And the JSON file "src/test/data/orders.json" has:
      | $[1].customer | {"name": "Ben"} |
