CREATE TABLE inbox (
    event_id    text PRIMARY KEY,
    position    bigint GENERATED ALWAYS AS IDENTITY,
    order_id    text NOT NULL,
    type        text NOT NULL,
    recipient   text NOT NULL,
    payload     text NOT NULL,
    traceparent text NOT NULL,
    status      text NOT NULL DEFAULT 'PENDING',
    refusals    integer NOT NULL DEFAULT 0,
    due_at      timestamptz NOT NULL DEFAULT now(),
    received_at timestamptz NOT NULL DEFAULT now(),
    sent_at     timestamptz
);

CREATE INDEX inbox_order ON inbox (order_id);
CREATE INDEX inbox_pending ON inbox (due_at) WHERE status = 'PENDING';
