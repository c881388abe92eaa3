CREATE INDEX IF NOT EXISTS certificate_by_requester ON certificate (requester, sequence);
