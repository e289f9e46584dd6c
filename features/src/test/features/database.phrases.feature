Feature: What Cornershop's databases keep
  Each service has a database of its own name. These phrases are for the developers who own it.

  Scenario: the service {service:string} keeps {name:string} as {columns:string}
    Then in the database "<service>" the query "SELECT string_agg(column_name || ' ' || data_type, ', ' ORDER BY ordinal_position) AS columns FROM information_schema.columns WHERE table_name = '<name>'" gives:
      | columns   |
      | <columns> |

  Scenario: the service {service:string} refuses to keep {values:string} in {name:string}
    When in the database "<service>" I run "DO $$ BEGIN INSERT INTO <name> VALUES (<values>); RAISE EXCEPTION 'It was kept.'; EXCEPTION WHEN integrity_constraint_violation THEN NULL; END $$"

  Scenario: {shopper:string} is kept as a shopper without her/his/their password
    Then in the database "identity" the query "SELECT name, role, password_hash = 'the-shopper''s-secret' AS readable FROM users WHERE email = lower('${alias:<shopper>@cornershop.example}')" gives:
      | name      | role    | readable |
      | <shopper> | shopper | false    |

  Scenario: the key that signs sessions is kept
    Then in the database "identity" the query "SELECT count(*) AS keys FROM signing_keys" gives:
      | keys |
      | 1    |

  Scenario: {quantity:int} {product:string} are kept in the cart of {shopper:string}
    Then in the database "cart" the table "cart_items" has 1 row with:
      | cart_id  | ${cart of <shopper>} |
      | sku      | ${alias:<product>}   |
      | quantity | <quantity>           |

  Scenario: no {product:string} are kept in the cart of {shopper:string}
    Then in the database "cart" the table "cart_items" has no row with:
      | cart_id | ${cart of <shopper>} |
      | sku     | ${alias:<product>}   |

  Scenario: {product:string} is kept at {price:money}
    Then in the database "pricing" the query "SELECT amount, currency FROM products WHERE sku = '${alias:<product>}'" gives:
      | amount           | currency            |
      | ${minor:<price>} | ${currency:<price>} |

  Scenario: the books of the inventory have {quantity:int} {product:string}, {reserved:int} of them reserved
    Then in the database "inventory" the table "stock" has 1 row with:
      | sku      | ${alias:<product>} |
      | on_hand  | <quantity>         |
      | reserved | <reserved>         |

  Scenario: no reservation is kept for the order of {shopper:string}
    Then in the database "inventory" the table "reservations" has no row with:
      | order_id | ${order of <shopper>} |

  Scenario: no reservation of {product:string} is kept
    Then in the database "inventory" the table "reservation_items" has no row with:
      | sku | ${alias:<product>} |

  Scenario: the books of the payments have {captured:money} taken and {refunded:money} given back for the order of {shopper:string}
    Then in the database "payment" the query "SELECT captured, refund_claimed, refunded, (SELECT coalesce(sum(amount), 0) FROM refunds WHERE payment_id = payments.id) AS refunds FROM payments WHERE order_id = '${order of <shopper>}'" gives:
      | captured            | refund_claimed      | refunded            | refunds             |
      | ${minor:<captured>} | ${minor:<refunded>} | ${minor:<refunded>} | ${minor:<refunded>} |

  Scenario: the card of {shopper:string} is kept with its last digits only
    Then in the database "payment" the query "SELECT card FROM payments WHERE order_id = '${order of <shopper>}'" gives:
      | card                |
      | **** **** **** 1111 |

  Scenario: every step of the order of {shopper:string} is kept as {state:word}
    Then within 10 s, in the database "checkout" the query "SELECT DISTINCT state FROM saga_steps WHERE order_id = '${order of <shopper>}'" gives:
      | state   |
      | <state> |

  Scenario: the order of {shopper:string} is kept as {status:word}, and told once
    Then within 10 s, in the database "checkout" the query "SELECT o.status, count(b.id) AS told, count(b.published_at) AS published FROM orders o LEFT JOIN outbox b ON b.order_id = o.id WHERE o.id = '${order of <shopper>}' GROUP BY o.status" gives:
      | status   | told | published |
      | <status> | 1    | 1         |

  Scenario: the use of the coupon {coupon:string} is kept for the order of {shopper:string}
    Then within 10 s, in the database "pricing" the table "coupon_redemptions" has 1 row with:
      | code     | ${alias:<coupon>}     |
      | order_id | ${order of <shopper>} |

  Scenario: the news of the order of {shopper:string} is kept once, as SENT
    Then within 10 s, in the database "notification" the query "SELECT type, status FROM inbox WHERE order_id = '${alias:<shopper>-order}'" gives:
      | type            | status |
      | order.confirmed | SENT   |
