package dev.chancery.db;

import dev.chancery.core.x509.Der;

/**
 * A line of the journal where it stands.
 *
 * @param number in its file, from 1
 * @param sequence of the record that should be in it
 */
record StoredLine(Segment segment, long number, long sequence, Der octets) {}
