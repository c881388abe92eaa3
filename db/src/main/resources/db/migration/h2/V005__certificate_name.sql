-- What follows the beginning of each label of each name, so that a search is a range of an index.
-- PostgreSQL has a file of its own, because label must sort by octets there.
CREATE TABLE IF NOT EXISTS certificate_name (
    label VARCHAR NOT NULL,
    sequence BIGINT NOT NULL
);
