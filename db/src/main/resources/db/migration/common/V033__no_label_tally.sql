-- SearchIndex counts what it holds.
DROP TABLE IF EXISTS label_tally;
