-- When its file was deleted from the archive.
ALTER TABLE crl ADD COLUMN IF NOT EXISTS file_removed BIGINT;
