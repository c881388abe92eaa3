-- Over how many partitions the new certificates of a CA are spread.
ALTER TABLE authority_standing ADD COLUMN IF NOT EXISTS partitions INTEGER DEFAULT 0 NOT NULL;
