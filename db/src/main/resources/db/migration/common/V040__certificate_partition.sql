-- The partition whose CRL a certificate names; null for the full CRL.
ALTER TABLE certificate ADD COLUMN IF NOT EXISTS crl_partition INTEGER;
