-- How far the tables have followed the journal; changed in the same transaction as they are.
CREATE TABLE IF NOT EXISTS journal_position (
    id INTEGER PRIMARY KEY,
    sequence BIGINT NOT NULL,
    recorded_at BIGINT NOT NULL,
    hash VARCHAR NOT NULL
);
