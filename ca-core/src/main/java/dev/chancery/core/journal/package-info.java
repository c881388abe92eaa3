/**
 * The append-only, hash-chained record of every event and decision: write-ahead log and audit log in one (SECURITY.md
 * rule 14).
 *
 * <p>May depend on x509 and access. What is not in the journal did not happen; ledger, queue and accounts are indexes
 * over it. Start at {@link dev.chancery.core.journal.Journal} and {@link dev.chancery.core.journal.JournalEvent}.
 */
@NullMarked
package dev.chancery.core.journal;

import org.jspecify.annotations.NullMarked;
