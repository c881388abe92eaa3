-- search_block finds serials.
DROP INDEX IF EXISTS certificate_by_serial;
