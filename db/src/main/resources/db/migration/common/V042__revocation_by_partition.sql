-- The order of a partition's CRL.
CREATE INDEX IF NOT EXISTS revocation_by_partition ON revocation (issuer, crl_partition, serial_order);
