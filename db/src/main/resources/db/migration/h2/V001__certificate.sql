-- One row for each certificate; sequence is the journal record that issued it, so newest first is the key backwards.
-- Times are microseconds since 1970 UTC. PostgreSQL has a file of its own, because serial must sort by octets there.
CREATE TABLE IF NOT EXISTS certificate (
    sequence BIGINT PRIMARY KEY,
    issuer VARCHAR NOT NULL,
    serial VARCHAR NOT NULL,
    der BYTEA NOT NULL,
    names VARCHAR NOT NULL,
    profile VARCHAR NOT NULL,
    requester VARCHAR NOT NULL,
    not_after BIGINT NOT NULL,
    issued_at BIGINT NOT NULL
);
