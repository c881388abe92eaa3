-- SHA-256 of public keys that must never be certified again.
CREATE TABLE IF NOT EXISTS compromised_key (
    key_sha256 VARCHAR PRIMARY KEY,
    sequence BIGINT NOT NULL
);
