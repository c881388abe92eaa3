-- certificate_count says more.
DROP TABLE IF EXISTS certificate_tally;
