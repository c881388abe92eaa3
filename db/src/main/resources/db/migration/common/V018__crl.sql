-- A CRL number has at most 159 bits (RFC 5280 5.2.3), which are 48 digits.
CREATE TABLE IF NOT EXISTS crl (
    sequence BIGINT PRIMARY KEY,
    issuer VARCHAR NOT NULL,
    scope VARCHAR NOT NULL,
    crl_number NUMERIC(48, 0) NOT NULL,
    this_update BIGINT NOT NULL,
    next_update BIGINT NOT NULL,
    entries INTEGER NOT NULL,
    sha256 VARCHAR NOT NULL
);
