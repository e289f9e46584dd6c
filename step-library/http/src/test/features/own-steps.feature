Feature: A project's own steps use REST-assured

  Scenario: the feature checks what Java sent
    Given I use the bearer token "t-1"
    And the request header "X-Shop" is "north"
    When Java code echoes "Hello" with REST-assured
    Then the response status is 200
    And the response has:
      | $.method                  | POST         |
      | $.uri                     | /echo?page=2 |
      | $.body                    | Hello        |
      | $.headers.authorization   | Bearer t-1   |
      | $.headers.x-shop          | north        |
      | $.headers.accept-language | de           |

  Scenario: Java checks
    When Java code checks cart "c-1" itself

  Scenario: nobody answers Java
    When Java code asks a service that is gone
