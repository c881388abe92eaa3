-- search_block finds labels.
DROP TABLE IF EXISTS certificate_name;
