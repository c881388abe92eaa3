CREATE TABLE IF NOT EXISTS account (
    name VARCHAR PRIMARY KEY,
    details VARCHAR NOT NULL,
    password_hash VARCHAR
);
