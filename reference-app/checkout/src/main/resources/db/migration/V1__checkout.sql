CREATE TABLE orders (
    id              text PRIMARY KEY,
    owner           text NOT NULL,
    email           text NOT NULL,
    name            text NOT NULL,
    cart_id         text NOT NULL,
    country         text NOT NULL,
    coupon          text,
    currency        text NOT NULL,
    total           bigint NOT NULL,
    lines           text NOT NULL,
    status          text NOT NULL,
    reason          text,
    refunded        boolean NOT NULL DEFAULT false,
    idempotency_key text,
    fingerprint     text NOT NULL,
    traceparent     text NOT NULL,
    told            boolean NOT NULL DEFAULT false,
    open            boolean NOT NULL DEFAULT true,
    attempts        integer NOT NULL DEFAULT 0,
    due_at          timestamptz NOT NULL,
    created_at      timestamptz NOT NULL,
    UNIQUE (owner, idempotency_key)
);

CREATE UNIQUE INDEX orders_cart ON orders (cart_id) WHERE status <> 'CANCELLED';
CREATE INDEX orders_open ON orders (due_at) WHERE open;
CREATE INDEX orders_owner ON orders (owner, created_at);

CREATE TABLE saga_steps (
    order_id text NOT NULL REFERENCES orders (id),
    step     text NOT NULL,
    position integer NOT NULL,
    state    text NOT NULL,
    result   text,
    PRIMARY KEY (order_id, step)
);

CREATE TABLE outbox (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    order_id     text NOT NULL REFERENCES orders (id),
    payload      text NOT NULL,
    traceparent  text NOT NULL,
    created_at   timestamptz NOT NULL DEFAULT now(),
    published_at timestamptz
);

CREATE INDEX outbox_unpublished ON outbox (id) WHERE published_at IS NULL;
