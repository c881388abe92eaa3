-- A generation of records that is closed: what its certificates are found by stands in search_block. The filter says of a
-- serial or an idempotency key whether it may be among them (ExactFilter).
CREATE TABLE IF NOT EXISTS search_run (
    generation BIGINT PRIMARY KEY,
    filter BYTEA NOT NULL
);
