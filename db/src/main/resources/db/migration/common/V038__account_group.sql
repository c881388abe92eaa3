CREATE TABLE IF NOT EXISTS account_group (
    account VARCHAR NOT NULL,
    group_name VARCHAR NOT NULL,
    PRIMARY KEY (account, group_name)
);
