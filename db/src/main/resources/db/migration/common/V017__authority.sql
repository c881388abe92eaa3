CREATE TABLE IF NOT EXISTS authority (
    name VARCHAR PRIMARY KEY,
    sequence BIGINT NOT NULL,
    certificate BYTEA NOT NULL,
    chain VARCHAR NOT NULL,
    key_file VARCHAR NOT NULL,
    key_index INTEGER NOT NULL,
    addresses_base VARCHAR NOT NULL
);
