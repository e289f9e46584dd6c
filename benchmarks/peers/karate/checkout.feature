Feature: Checkout

  Background:
    * url shopUrl

  Scenario: A shopper checks out
    Given path 'carts'
    And request { country: 'DE' }
    When method post
    Then status 201
    And match response.status == 'OPEN'
    * def cart = response.id

    Given path 'carts', cart, 'items'
    And request { sku: 'BEANS', quantity: 2 }
    When method post
    Then status 201

    Given path 'carts', cart
    When method get
    Then match response.total == 700
    And match response.items[0].quantity == 2

    Given path 'orders'
    And request { cart: '#(cart)' }
    When method post
    Then status 201
    And match response.status == 'PAID'
    * def order = response.id

    Given path 'orders', order
    When method get
    Then match response.total == 700
