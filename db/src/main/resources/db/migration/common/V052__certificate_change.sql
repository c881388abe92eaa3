-- The journal's records that revoked, held or released a certificate, which is named by the record that issued it.
CREATE TABLE IF NOT EXISTS certificate_change (
    sequence BIGINT PRIMARY KEY,
    certificate BIGINT NOT NULL
);
