Feature: documents

  Scenario: a response, a value and a file
    Given I send GET "/carts/1" to "cart"
    And I save the JSON of the response at "$" as "cart"
    Then the JSON of the response is that of the file "src/test/json/cart.json"
    And the JSON of the value "cart" is that of the response
    And the JSON of the file 'src/test/json/cart.json' at "$.id" is "c-1"

  Scenario: names are resolved in paths, values and expected documents
    Given I save the JSON as "order":
      """
      {"shopper": "${alias:Ada}", "lines": {"BEANS": 2}}
      """
    And I save from the JSON of the value "order":
      | $.shopper | shopper |
      | $.lines   | lines   |
    And I save the JSON as "sku":
      """
      BEANS
      """
    Then the JSON of the value "order" at "$.lines.${sku}" is "2"
    And the JSON of the value "order" is:
      """
      {"shopper": "${shopper}", "lines": ${lines}}
      """
    And the JSON of the value "lines" is:
      """
      {"BEANS": "#{json-unit.any-number}"}
      """

  Scenario: 7.5 is 7.50, and the order of items may not matter
    Given I save the JSON as "list":
      """
      {"all": [7.5, [2, 1], {"a": [1, 2]}]}
      """
    Then the JSON of the value "list" is, in any order:
      """
      {"all": [{"a": [2, 1]}, [1, 2], 7.50]}
      """

  Scenario: expectations
    Then the JSON of the file "src/test/json/cart.json" meets:
      | $.total                         | is at least      | 9       |
      | $.total                         | is at most       | 9.00    |
      | $.total                         | is more than     | 8.99    |
      | $.total                         | is less than     | 10      |
      | $.total                         | is               | <any>   |
      | $.total                         | is not           | 10      |
      | $.total                         | is a             | number  |
      | $.id                            | is a             | text    |
      | $.items                         | is a             | list    |
      | $.items[0]                      | is a             | object  |
      | $.paid                          | is a             | truth   |
      | $.id                            | starts with      | c-      |
      | $.id                            | ends with        | 1       |
      | $.id                            | contains         | -       |
      | $.id                            | does not contain | x       |
      | $.id                            | matches          | c-\\d+  |
      | $.id                            | has size         | 3       |
      | $.items[*].sku                  | contains         | TEA     |
      | $.items[*].sku                  | is not empty     |         |
      | $.items[?(@.sku == 'COFFEE')]   | is absent        |         |
      | $.items[?(@.quantity > 1)].sku  | is               | ["BEANS"] |
      | $.id                            | is present       |         |

  Scenario: an item of a list may match many rows
    Given I save the JSON as "pair":
      """
      [{"sku": "BEANS", "price": {"amount": 350}}, {"sku": "TEA", "price": {"amount": 220}}]
      """
    Then the JSON of the value "pair" lists at "$", in any order:
      | sku   | price.amount |
      | <any> | <any>        |
      | BEANS | 350          |
    And the JSON of the value "pair" lists at "$[?(@.sku == 'TEA')]":
      | price.amount |
      | 220          |

  Scenario: schemas of older drafts
    Given I save the JSON as "day":
      """
      {"on": "2026-11-26", "to": "ada@shop.example"}
      """
    Then the JSON of the value "day" matches the schema:
      """
      {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "properties": {
          "on": {"type": "string", "format": "date"},
          "to": {"type": "string", "format": "email"}
        }
      }
      """

  Scenario: the wanted part of a document
    Then the JSON of the file "src/test/json/cart.json" contains:
      """
      {"items": [{"sku": "BEANS"}, {"quantity": 1}]}
      """
