Feature: failures

  Scenario: a wrong value of a file
    Then the JSON of the file "src/test/json/cart.json" at "$.status" is "CLOSED"

  Scenario: a wrong value of a response
    When I send GET "/carts/1" to "cart"
    Then the JSON of the response at "$.status" is "CLOSED"

  Scenario: unmet expectations
    Then the JSON of the file "src/test/json/cart.json" meets:
      | $.total  | is at least | 9.01 |
      | $.status | starts with | OP   |
      | $.items  | has size    | 3    |
      | $.paid   | is a        | text |
      | $.owner  | is present  |      |

  Scenario: another document
    Then the JSON of the file "src/test/json/cart.json" is:
      """
      {"id": "#{json-unit.any-string}", "status": "CLOSED", "total": 9, "paid": false,
       "items": [{"sku": "BEANS", "quantity": 2}, {"sku": "TEA", "quantity": 1}]}
      """

  Scenario: more is there, and something else
    Then the JSON of the file "src/test/json/cart.json" contains:
      """
      {"total": 10}
      """

  Scenario: another list
    Then the JSON of the file "src/test/json/cart.json" lists at "$.items":
      | sku    | quantity |
      | BEANS  | 2        |
      | COFFEE | 1        |

  Scenario: an item too few
    Then the JSON of the file "src/test/json/cart.json" lists at "$.items", in any order:
      | sku   | quantity |
      | BEANS | 2        |

  Scenario: no list
    Then the JSON of the file "src/test/json/cart.json" lists at "$.status":
      | sku |

  Scenario: another schema
    Given I save the JSON as "cart":
      """
      {"id": "c-1", "status": "LOST"}
      """
    Then the JSON of the value "cart" matches the schema "src/test/json/cart.schema.json"

  Scenario: a wrong item
    Given I save the JSON as "cart":
      """
      {"id": "c-1", "status": "OPEN", "items": [{"sku": "BEANS", "quantity": 0}]}
      """
    Then the JSON of the value "cart" matches the schema "src/test/json/cart.schema.json"

  Scenario: a schema of the network
    Then the JSON of the file "src/test/json/cart.json" matches the schema "src/test/json/remote.schema.json"

  Scenario: a schema that is not JSON
    Then the JSON of the file "src/test/json/cart.json" matches the schema:
      """
      {"type":
      """

  Scenario: nothing saved
    Then the JSON of the value "order" at "$.id" is "1"

  Scenario: no such file
    Then the JSON of the file "src/none.json" at "$.id" is "1"

  Scenario: no response
    Then the JSON of the response at "$.id" is "1"

  Scenario: no JSON
    Given I save the JSON as "greeting":
      """
      Hello
      """
    Then the JSON of the value "greeting" at "$.id" is "1"

  Scenario: unknown words
    Then the JSON of the file "src/test/json/cart.json" meets:
      | $.total | is nearly | 9 |

  Scenario: no regular expression
    Then the JSON of the file "src/test/json/cart.json" meets:
      | $.id | matches | [ |

  Scenario: an expectation that is not JSON
    Then the JSON of the file "src/test/json/cart.json" is:
      """
      {"id":
      """

  Scenario: no address
    Given I save the JSON as "to":
      """
      "ada at shop.example"
      """
    Then the JSON of the value "to" matches the schema:
      """
      {"type": "string", "format": "email"}
      """

  Scenario: an unmet expectation of a secret
    Given I save the JSON as "login":
      """
      {"password": "hunter2", "pin": "4711", "name": "Ada"}
      """
    Then the JSON of the value "login" meets:
      | $.password | is | correct horse |
      | $.pin      | is | 4711          |
      | $.name     | is | Ada           |

  Scenario: a date is not at most a number
    Given I save the JSON as "dates":
      """
      {"day": "2026-03-29", "at": "2026-03-29T01:30:00Z"}
      """
    Then the JSON of the value "dates" meets:
      | $.day | is at least | 5 |

  Scenario: no path
    Then the JSON of the file "src/test/json/cart.json" meets:
      | $.statsu | is not | CLOSED |
