-- What is revoked or held now; sequence is the certificate's. A released hold leaves no row.
CREATE TABLE IF NOT EXISTS revocation (
    sequence BIGINT PRIMARY KEY,
    issuer VARCHAR NOT NULL,
    serial_order VARCHAR NOT NULL,
    not_after BIGINT NOT NULL,
    reason INTEGER NOT NULL,
    held BOOLEAN NOT NULL,
    revoked_at BIGINT NOT NULL,
    invalidity_date BIGINT
);
