Feature: A shelf

  Scenario: want/wants {product:string}
    When somebody takes one of "<product>"
