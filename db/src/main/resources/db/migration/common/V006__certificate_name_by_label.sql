CREATE INDEX IF NOT EXISTS certificate_name_by_label ON certificate_name (label, sequence);
