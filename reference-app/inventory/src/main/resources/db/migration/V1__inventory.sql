CREATE TABLE stock (
    sku      text PRIMARY KEY,
    on_hand  integer NOT NULL DEFAULT 0 CHECK (on_hand >= 0),
    reserved integer NOT NULL DEFAULT 0 CHECK (reserved >= 0),
    CHECK (reserved <= on_hand)
);

CREATE TABLE reservations (
    id         text PRIMARY KEY,
    order_id   text NOT NULL UNIQUE,
    status     text NOT NULL,
    expires_at timestamptz NOT NULL
);

CREATE INDEX reservations_held ON reservations (expires_at) WHERE status = 'HELD';

CREATE TABLE reservation_items (
    reservation_id text NOT NULL REFERENCES reservations (id),
    sku            text NOT NULL REFERENCES stock (sku),
    quantity       integer NOT NULL CHECK (quantity > 0),
    PRIMARY KEY (reservation_id, sku)
);
