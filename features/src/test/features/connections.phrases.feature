Feature: Failing connections at Cornershop

  Scenario: for the {consumer:word}, the {provider:word} never answers
    Given "<provider>" never answers "<consumer>"

  Scenario: for the {consumer:word}, the {provider:word} fails
    Given "<provider>" answers 500 to "<consumer>"

  Scenario: for the {consumer:word}, the {provider:word} cannot be reached
    Given "<provider>" refuses the connections of "<consumer>"

  Scenario: for the {consumer:word}, the {provider:word} talks nonsense
    Given "<provider>" answers "<consumer>" with malformed JSON

  Scenario: for the {consumer:word}, the {provider:word} lets nobody in
    Given "<provider>" answers 401 to "<consumer>"

  Scenario: for the {consumer:word}, the {provider:word} is slow
    Given "<provider>" takes 200 ms to answer "<consumer>"

  Scenario: for the {consumer:word}, the {provider:word} talks nonsense at first
    Given "<provider>" answers "<consumer>" with malformed JSON the first time

  Scenario: for the {consumer:word}, the {provider:word} lets nobody in at first
    Given "<provider>" answers 401 to "<consumer>" the first time

  Scenario: for the {consumer:word}, the {provider:word} never answers at first
    Given "<provider>" never answers "<consumer>" the first time

  Scenario: for the {consumer:word}, the {provider:word} fails at first
    Given "<provider>" answers 500 to "<consumer>" the first time

  Scenario: for the {consumer:word}, the {provider:word} cannot be reached at first
    Given "<provider>" refuses the connections of "<consumer>" the first time

  Scenario: for the {consumer:word}, the {provider:word} is well again
    When "<provider>" answers "<consumer>" again

  Scenario: for the {consumer:word}, the {provider:word} is well again, but slow
    When "<provider>" answers "<consumer>" again
    And for the <consumer>, the <provider> is slow

  Scenario: the {part:word} starts anew
    When "<part>" is restarted

  Scenario: the {provider:word} gets each {call:string} of the {consumer:word} twice
    Given "<provider>" gets every call of "<consumer>" twice for "<call>"

  Scenario: the prices come without their total
    Given "pricing" answers "cart" without the field "$.total" for "POST /quotes"

  Scenario: the prices come with no value as total
    Given "pricing" answers "cart" with null at "$.total" for "POST /quotes"

  Scenario: the prices come with words as total
    Given "pricing" answers "cart" with another type at "$.total" for "POST /quotes"

  Scenario: the prices come as a web page
    Given "pricing" answers "cart" with the content type "text/html" for "POST /quotes"

  Scenario: the prices come empty
    Given "pricing" answers "cart" with an empty body for "POST /quotes"

  Scenario: the prices break off half way
    Given "pricing" cuts its answers to "cart" half way for "POST /quotes"

  Scenario: the prices are lost on their way
    Given "pricing" resets the connections of "cart" for "POST /quotes"
