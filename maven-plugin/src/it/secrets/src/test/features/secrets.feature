Feature: Secrets

  Scenario: Bodies of JSON
    When I send GET "/json?token=L3ak51Zx" to "vault"
    Then the response has:
      | $.user        | Ada      |
      | $.pass        | L3ak52Zx |
      | $.credentials | L3ak53Zx |

  Scenario: A whole body
    When I send GET "/json" to "vault"
    Then the response body is:
      """
      {"pass": "L3ak54Zx", "user": "Bob"}
      """

  Scenario: Other bodies
    When I send GET "/xml" to "vault"
    Then the response XML at "/user/pin" is "L3ak55Zx"

  Scenario: Plain text
    When I send GET "/text" to "vault"
    Then the response body contains "password = L3ak56Zx"

  Scenario: Request headers
    Given the request headers are:
      | Authorization | Bearer L3ak57Zx                                  |
      | X-Session     | L3ak58Zx                                         |
      | X-Signature   | L3ak59Zx                                         |
      | Cookie        | sid=L3ak60Zx                                     |
    When I send GET "/text" to "vault"
    Then the response status is 500

  Scenario: Digest credentials
    Given the request header "Authorization" is "Digest username=ada, response=L3ak61Zx"
    When I send GET "/text" to "vault"
    Then the response status is 500

  Scenario: Keys
    Given I use the key "L3ak62Zx" in the header "X-Api-Key"
    When I send GET "/text" to "vault"
    Then the response header "X-Api-Key" is "L3ak63Zx"

  Scenario: Cookies
    Given the cookie "sid" is "L3ak64Zx"
    When I send GET "/text" to "vault"
    Then the response header "Set-Cookie" is "sid=L3ak65Zx; Path=/shop"

  Scenario: One cookie
    When I send GET "/text" to "vault"
    Then the response cookie "sid" is "L3ak66Zx"

  Scenario: A saved secret that is shown later by name
    When I send GET "/json" to "vault"
    Then I save the response at "$.pin" as "it"
    And I save the response header "X-Session" as "other"
    When I send GET "/said" to "vault"
    Then the response at "$.said" is "${it} and ${other}"

  Scenario: A key that a service says later
    Given I use the key "L3ak50Zx" in the header "X-Api-Key"
    When I send GET "/echo-token" to "vault"
    Then the response at "$.said" is "nothing"

  Scenario: A user and a password
    Given I use the user "Ada" with the password "L3ak67Zx"
    When I send GET "/json" to "vault"
    Then the response status is 500

  Scenario: SQL
    When in the database "shop" I run "CREATE ROLE keeper LOGIN PASSWORD 'L3ak68Zx'"
    And in the database "shop" I run "CREATE TABLE users (name text, password text)"
    And in the database "shop" I run "INSERT INTO users (name, password) VALUES ('Ada', 'L3ak69Zx')"
    Then in the database "shop" the query "SELECT name, password FROM users" gives:
      | name | password |
      | Ada  | L3ak70Zx |

  Scenario: SQL that is refused
    When in the database "shop" I run "CREATE ROLE keeper2 LOGIN PASSWORD 'L3ak71Zx' NONSENSE"

  Scenario: An escape [31m in a name and a password=L3ak72Zx
    When I send GET "/text" to "vault"
    Then the response status is 500

  Scenario: A mail
    When I send GET "/mail" to "vault"
    Then "ada@shop.example" receives a mail with subject "Your account"
    And the last mail to "ada@shop.example" contains "password: L3ak87Zx"

  Scenario: Command lines
    When I send GET "/command-lines" to "vault"
    Then the response at "$.without" is "nothing"
