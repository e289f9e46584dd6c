CREATE TABLE carts (
  id         text PRIMARY KEY,
  owner      text NOT NULL,
  status     text NOT NULL CHECK (status IN ('OPEN', 'ORDERED')),
  version    integer NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE cart_items (
  cart_id  text NOT NULL REFERENCES carts,
  sku      text NOT NULL,
  quantity integer NOT NULL CHECK (quantity BETWEEN 1 AND 99),
  position bigint GENERATED ALWAYS AS IDENTITY,
  PRIMARY KEY (cart_id, sku)
);
