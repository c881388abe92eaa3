-- search_block finds idempotency keys.
DROP TABLE IF EXISTS certificate_key;
