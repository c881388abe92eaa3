CREATE INDEX IF NOT EXISTS account_token_by_account ON account_token (account);
