-- Sorted entries of a closed generation, so many to a row (IndexBlock); id is the generation times 2^32, and a number.
-- PostgreSQL has a file of its own, because first_text must sort by octets there.
CREATE TABLE IF NOT EXISTS search_block (
    id BIGINT PRIMARY KEY,
    generation BIGINT NOT NULL,
    first_text VARCHAR NOT NULL,
    entries BYTEA NOT NULL
);
