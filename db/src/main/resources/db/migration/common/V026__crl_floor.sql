-- Numbers up to this one count as used, although their CRLs are not known here: the journal came from a backup.
CREATE TABLE IF NOT EXISTS crl_floor (
    sequence BIGINT PRIMARY KEY,
    issuer VARCHAR NOT NULL,
    scope VARCHAR NOT NULL,
    crl_number NUMERIC(48, 0) NOT NULL
);
