CREATE TABLE IF NOT EXISTS request_agreement (
    request BIGINT NOT NULL,
    officer VARCHAR NOT NULL,
    agreed_at BIGINT NOT NULL,
    agreed_to VARCHAR NOT NULL,
    comment VARCHAR NOT NULL,
    PRIMARY KEY (request, officer)
);
