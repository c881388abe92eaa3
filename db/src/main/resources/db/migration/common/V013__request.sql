CREATE TABLE IF NOT EXISTS request (
    id BIGINT PRIMARY KEY,
    profile VARCHAR NOT NULL,
    requester VARCHAR NOT NULL,
    csr BYTEA NOT NULL,
    names VARCHAR,
    subject VARCHAR,
    validity VARCHAR,
    waits_because VARCHAR NOT NULL,
    submitted BIGINT NOT NULL,
    state VARCHAR NOT NULL,
    decided_by VARCHAR,
    decided_at BIGINT,
    decision VARCHAR,
    serial VARCHAR
);
