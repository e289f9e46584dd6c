CREATE TABLE users (
  id            text PRIMARY KEY,
  email         text NOT NULL UNIQUE,
  name          text NOT NULL,
  country       text NOT NULL,
  role          text NOT NULL CHECK (role IN ('shopper', 'staff')),
  password_hash text NOT NULL,
  created_at    timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE signing_keys (
  kid        text PRIMARY KEY,
  jwk        text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now()
);
