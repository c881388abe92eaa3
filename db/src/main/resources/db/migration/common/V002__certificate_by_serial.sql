-- Unique per issuer; also finds a serial by its beginning.
CREATE UNIQUE INDEX IF NOT EXISTS certificate_by_serial ON certificate (serial, issuer);
