CREATE INDEX IF NOT EXISTS search_block_by_text ON search_block (generation, first_text);
