/**
 * Remembers: the journal as a file, and the stores behind the core's ports as tables of an H2 database over it.
 *
 * <p>May depend on ca-core, JDBI, HikariCP, Flyway, H2 and Jackson's streaming half; knows no other module. Start at
 * {@link dev.chancery.db.Storage}, then {@code JournalWriter} (the write path) and {@code Recovery} (the start);
 * docs/journal.md describes the file.
 */
@NullMarked
package dev.chancery.db;

import org.jspecify.annotations.NullMarked;
