-- The version of the profile by which a certificate was made; null where the profile has none.
ALTER TABLE certificate ADD COLUMN IF NOT EXISTS profile_version INTEGER;
