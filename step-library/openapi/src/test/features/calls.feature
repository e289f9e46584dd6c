Feature: calls

  Scenario: generated valid data
    When I call "openCart" of "cart"
    Then the response status is 201
    And the response fits the OpenAPI document

  Scenario: values replace generated ones
    When I call "addItem" of "cart" with:
      | id         | ${alias:c 1}  |
      | $.quantity | 2             |
      | sku        | ${alias:Tea}  |
      | $.tags[0]  | "7"           |
    Then the response status is 201

  Scenario: a value is left out, and another is unknown
    When I call "addItem" of "cart" with:
      | $.sku    | <absent> |
      | $.colour | red      |
    Then the response status is 400
    And the response fits the OpenAPI document

  Scenario: an operation without an id
    When I call "GET /api/carts/{id}" of "cart" with:
      | id   | c-1   |
      | view | short |
    Then the response is a success
    And the response fits the OpenAPI document
    When I send GET "/api/carts/newest" to "cart"
    Then the response fits the OpenAPI document

  Scenario: a form
    When I call "logIn" of "cart" with:
      | user  | ${alias:ada@shop.example} |
      | scope | ["read", "write"]         |
    Then the response fits the OpenAPI document
    And the response status is 200
    And "logIn" of "cart" answers 400 for each required field missing

  Scenario: each violated constraint is refused
    Then "addItem" of "cart" refuses each violated constraint
    And "addItem" of "cart" answers 400 for each required field missing
    And "addItem" of "cart" answers 400 for each unknown field
    And "openCart" of "cart" answers 400 for each wrong format
    And "GET /api/carts/{id}" of "cart" refuses each value out of bounds
    And "GET /api/carts/{id}" of "cart" refuses each required field missing with:
      | id | c-1 |
