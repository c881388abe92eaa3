-- Every version of every profile: the whole file as it was saved; without content where the profile was removed.
CREATE TABLE IF NOT EXISTS profile_version (
    name VARCHAR NOT NULL,
    version INTEGER NOT NULL,
    sequence BIGINT NOT NULL,
    saved_at BIGINT NOT NULL,
    actor VARCHAR NOT NULL,
    content VARCHAR,
    why VARCHAR NOT NULL,
    PRIMARY KEY (name, version)
);
