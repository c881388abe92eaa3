-- What changed about a CA after it joined: where its new certificates point, and whether its key is here.
CREATE TABLE IF NOT EXISTS authority_standing (
    name VARCHAR PRIMARY KEY,
    crl VARCHAR,
    ca_issuers VARCHAR,
    ocsp VARCHAR,
    former_crl VARCHAR NOT NULL,
    key_away BOOLEAN NOT NULL
);
