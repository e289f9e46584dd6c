CREATE TABLE products (
  sku      text PRIMARY KEY,
  name     text NOT NULL,
  amount   bigint NOT NULL CHECK (amount >= 0),
  currency text NOT NULL
);

CREATE TABLE promotions (
  code      text PRIMARY KEY,
  kind      text NOT NULL CHECK (kind IN ('PERCENTAGE', 'FIXED')),
  value     bigint NOT NULL CHECK (value > 0),
  starts_at timestamptz,
  ends_at   timestamptz
);

CREATE TABLE promotion_skus (
  code text NOT NULL REFERENCES promotions,
  sku  text NOT NULL,
  PRIMARY KEY (code, sku)
);
CREATE INDEX promotion_skus_by_sku ON promotion_skus (sku);

CREATE TABLE coupons (
  code            text PRIMARY KEY,
  kind            text NOT NULL CHECK (kind IN ('PERCENTAGE', 'FIXED')),
  value           bigint NOT NULL CHECK (value > 0),
  currency        text,
  minimum_total   bigint,
  max_redemptions integer,
  expires_at      timestamptz
);

CREATE TABLE coupon_redemptions (
  code        text NOT NULL REFERENCES coupons,
  order_id    text NOT NULL,
  redeemed_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (code, order_id)
);

CREATE TABLE taxes (
  country           text PRIMARY KEY,
  rate_basis_points integer NOT NULL CHECK (rate_basis_points BETWEEN 0 AND 10000)
);
INSERT INTO taxes VALUES
  ('DE', 1900), ('FR', 2000), ('GB', 2000), ('US', 0), ('IE', 2300), ('CH', 810);
