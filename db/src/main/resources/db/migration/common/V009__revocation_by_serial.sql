-- The order of a CRL.
CREATE INDEX IF NOT EXISTS revocation_by_serial ON revocation (issuer, serial_order);
