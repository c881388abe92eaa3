CREATE INDEX IF NOT EXISTS request_by_requester ON request (requester, id);
