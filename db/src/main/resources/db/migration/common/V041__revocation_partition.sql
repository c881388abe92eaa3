-- The certificate's, so that the CRL of a partition is read by itself.
ALTER TABLE revocation ADD COLUMN IF NOT EXISTS crl_partition INTEGER;
