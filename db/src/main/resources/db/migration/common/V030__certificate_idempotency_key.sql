-- The requester's own name for what was asked for; one that was used cannot be used again.
ALTER TABLE certificate ADD COLUMN IF NOT EXISTS idempotency_key VARCHAR;
