CREATE INDEX IF NOT EXISTS revocation_by_hold ON revocation (held, sequence);
