-- Counts of certificates by state and by the UTC day (counted from 1970) on which they end.
CREATE TABLE IF NOT EXISTS certificate_tally (
    requester VARCHAR NOT NULL,
    state VARCHAR NOT NULL,
    last_day BIGINT NOT NULL,
    certificates BIGINT NOT NULL,
    PRIMARY KEY (requester, state, last_day)
);
