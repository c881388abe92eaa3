-- Which request a requester's idempotency key led to.
CREATE TABLE IF NOT EXISTS request_key (
    requester VARCHAR NOT NULL,
    idempotency_key VARCHAR NOT NULL,
    id BIGINT NOT NULL,
    PRIMARY KEY (requester, idempotency_key)
);
