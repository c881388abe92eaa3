-- What the CRL changed, as in the journal's record: JSON.
ALTER TABLE crl ADD COLUMN IF NOT EXISTS difference VARCHAR;
