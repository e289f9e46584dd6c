Feature: Shoppers and their sessions
  A shopper has a user, a session and an open cart. "token of Ada", "country of Ada" and "cart of
  Ada" are the variables that the other phrases use.

  Scenario: {shopper:string} is a shopper from {country:string}
    Registers, signs in and takes a cart. The country decides the tax.

    Given I use no token
    When I send POST "/users" to "identity" with the fields:
      | email    | ${alias:<shopper>@cornershop.example} |
      | password | the-shopper's-secret                  |
      | name     | <shopper>                             |
      | country  | <country>                             |
    Then the response status is 201
    And I save the response at "$.country" as "country of <shopper>"
    When "<shopper>" signs in
    And "<shopper>" takes a cart

  Scenario: {shopper:string} signs in
    A new session; the old one stays valid.

    Given I use no token
    When I send POST "/tokens" to "identity" with the fields:
      | email    | ${alias:<shopper>@cornershop.example} |
      | password | the-shopper's-secret                  |
    Then the response status is 200
    And I save the response at "$.accessToken" as "token of <shopper>"

  Scenario: {shopper:string} signs in for {seconds:int} second(s)
    Given I use no token
    When I send POST "/tokens" to "identity" with the fields:
      | email      | ${alias:<shopper>@cornershop.example} |
      | password   | the-shopper's-secret                  |
      | ttlSeconds | <seconds>                             |
    Then the response status is 200
    And I save the response at "$.accessToken" as "token of <shopper>"

  Scenario: {shopper:string} uses the shop
    She sends the next requests, with the session that she has.

    Given I use the bearer token "${token of <shopper>}"

  Scenario: somebody uses the session of {shopper:string} with the roles changed
    Given I use a tampered copy of the token "${token of <shopper>}"

  Scenario: somebody uses the session of {shopper:string} without its signature
    Given I use an unsigned copy of the token "${token of <shopper>}"

  Scenario: somebody uses the session of {shopper:string} with a signature of their own
    Given I use a copy of the token "${token of <shopper>}" signed with a foreign key

  Scenario: somebody uses the shop without a session
    Given I use no token

  Scenario: the cart of {shopper:string} stays closed to them
    To those who use the session or none, as the step before says.

    When I send GET "/carts/${cart of <shopper>}" to "cart"
    Then the shop asks to sign in

  Scenario: {shopper:string} has to sign in again
    Her session is over.

    Given "<shopper>" uses the shop
    When I send GET "/carts/${cart of <shopper>}" to "cart"
    Then the shop asks to sign in

  Scenario: the shop asks to sign in
    Then the response status is 401
    And the response is a problem "unauthorized"
    And the response header "WWW-Authenticate" is "Bearer"

  Scenario: {shopper:string} tries to sign in
    Given I use no token
    When I send POST "/tokens" to "identity" with the fields:
      | email    | ${alias:<shopper>@cornershop.example} |
      | password | the-shopper's-secret                  |

  Scenario: {shopper:string} tries to sign in with a wrong password
    Given I use no token
    When I send POST "/tokens" to "identity" with the fields:
      | email    | ${alias:<shopper>@cornershop.example} |
      | password | not-the-shopper's-secret              |

  Scenario: the shop refuses the log-in
    Then the response status is 401
    And the response is a problem "bad-credentials"

  Scenario: {other:string} tries to register with the email of {shopper:string}
    Given I use no token
    When I send POST "/users" to "identity" with the fields:
      | email    | ${alias:<shopper>@cornershop.example} |
      | password | the-shopper's-secret                  |
      | name     | <other>                               |
      | country  | DE                                    |

  Scenario: somebody tries to register with the email {email:string}, the password {password:string} and the country {country:string}
    Given I use no token
    When I send POST "/users" to "identity" with the fields:
      | email    | <email>    |
      | password | <password> |
      | name     | Somebody   |
      | country  | <country>  |

  Scenario: the shop answers that the email is taken
    Then the response status is 409
    And the response is a problem "email-taken"

  Scenario: the shop refuses the registration because of the {field:word}
    Then the response status is 400
    And the response is a problem "bad-request"
    And the response at "$.errors[0].pointer" is "/<field>"

  Scenario: the shop answers that only the staff may do this
    Then the response status is 403
    And the response is a problem "forbidden"

  Scenario: the shop keeps it closed to {_shopper:string}
    Then the response status is 403
    And the response is a problem "forbidden"

  Scenario: the shop finds no such thing
    The answer to the last request.

    Then the response status is 404
    And the response is a problem "not-found"
