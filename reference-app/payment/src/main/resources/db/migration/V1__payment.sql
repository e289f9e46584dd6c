CREATE TABLE payments (
    id                text PRIMARY KEY,
    requested_by      text NOT NULL,
    idempotency_key   text NOT NULL,
    fingerprint       text NOT NULL,
    order_id          text NOT NULL,
    customer_id       text NOT NULL,
    amount            bigint NOT NULL CHECK (amount > 0),
    currency          text NOT NULL,
    card              text NOT NULL,
    status            text NOT NULL,
    reason            text,
    acquirer_id       text,
    capture_requested boolean NOT NULL DEFAULT false,
    captured          bigint NOT NULL DEFAULT 0,
    refund_claimed    bigint NOT NULL DEFAULT 0,
    refunded          bigint NOT NULL DEFAULT 0,
    claimed_until     timestamptz,
    created_at        timestamptz NOT NULL DEFAULT now(),
    UNIQUE (requested_by, idempotency_key),
    CHECK (captured BETWEEN 0 AND amount),
    CHECK (refund_claimed BETWEEN 0 AND captured),
    CHECK (refunded BETWEEN 0 AND refund_claimed)
);

CREATE INDEX payments_order ON payments (order_id);

CREATE TABLE refunds (
    id              text PRIMARY KEY,
    payment_id      text NOT NULL REFERENCES payments (id),
    idempotency_key text NOT NULL,
    requested       bigint,
    amount          bigint NOT NULL CHECK (amount > 0),
    status          text NOT NULL,
    created_at      timestamptz NOT NULL DEFAULT now(),
    UNIQUE (payment_id, idempotency_key)
);
