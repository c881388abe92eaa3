-- Which revoked certificates have ended since the CRL before.
CREATE INDEX IF NOT EXISTS revocation_by_end ON revocation (issuer, not_after);
