CREATE INDEX IF NOT EXISTS certificate_change_by_certificate ON certificate_change (certificate, sequence);
