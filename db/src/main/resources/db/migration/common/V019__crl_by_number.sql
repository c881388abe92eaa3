CREATE UNIQUE INDEX IF NOT EXISTS crl_by_number ON crl (issuer, scope, crl_number);
