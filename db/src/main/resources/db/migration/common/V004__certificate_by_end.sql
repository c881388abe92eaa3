CREATE INDEX IF NOT EXISTS certificate_by_end ON certificate (not_after, sequence);
