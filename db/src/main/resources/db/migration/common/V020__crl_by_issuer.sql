CREATE INDEX IF NOT EXISTS crl_by_issuer ON crl (issuer, sequence);
