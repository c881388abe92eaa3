-- Which certificate a requester's idempotency key led to.
CREATE TABLE IF NOT EXISTS certificate_key (
    requester VARCHAR NOT NULL,
    idempotency_key VARCHAR NOT NULL,
    sequence BIGINT NOT NULL,
    PRIMARY KEY (requester, idempotency_key)
);
