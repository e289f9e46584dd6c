Feature: Setting up the shop
  The staff's email and password are those of service "identity" in the project's compose.yaml; a
  project that has others defines the first phrase anew.

  Scenario: the staff is behind the counter
    The staff sends the next requests. Phrases about prices, stock and refunds do it by themselves.

    Given I use the bearer token "${login:staff@cornershop.example behind-the-counter}"

  Scenario: the shop sells {product:string} at {price:money}
    A new product, without stock.

    Given the staff is behind the counter
    When I send PUT "/products/${alias:<product>}" to "pricing" with body:
      """
      {
        "name": "<product>",
        "price": {"amount": ${minor:<price>}, "currency": "${currency:<price>}"}
      }
      """
    Then the response status is 201

  Scenario: the shop has {quantity:int} {product:string} for {price:money} each
    A new product with stock. The price is without tax.

    Given the shop sells "<product>" at <price>
    And there are <quantity> "<product>" in stock

  Scenario: the price of {product:string} changes to {price:money}
    Given the staff is behind the counter
    When I send PUT "/products/${alias:<product>}" to "pricing" with body:
      """
      {
        "name": "<product>",
        "price": {"amount": ${minor:<price>}, "currency": "${currency:<price>}"}
      }
      """
    Then the response status is 200

  Scenario: {shopper:string} tries to change the price of {product:string} to {price:money}
    Given "<shopper>" uses the shop
    When I send PUT "/products/${alias:<product>}" to "pricing" with body:
      """
      {
        "name": "<product>",
        "price": {"amount": ${minor:<price>}, "currency": "${currency:<price>}"}
      }
      """
