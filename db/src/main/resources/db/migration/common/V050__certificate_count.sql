-- Certificates by kind, state and UTC day (counted from 1970): the day on which they end, or were issued.
CREATE TABLE IF NOT EXISTS certificate_count (
    requester VARCHAR NOT NULL,
    profile VARCHAR NOT NULL,
    issuer VARCHAR NOT NULL,
    state VARCHAR NOT NULL,
    count_day BIGINT NOT NULL,
    certificates BIGINT NOT NULL,
    PRIMARY KEY (requester, profile, issuer, state, count_day)
);
