-- How many certificates have an entry in certificate_name for a label that many names end with, such as lab.test.
-- PostgreSQL has a file of its own, because label must compare by octets there.
CREATE TABLE IF NOT EXISTS label_tally (
    label VARCHAR PRIMARY KEY,
    certificates INTEGER NOT NULL
);
