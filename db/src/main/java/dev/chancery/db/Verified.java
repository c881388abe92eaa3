package dev.chancery.db;

import dev.chancery.core.journal.JournalVerifier;
import java.util.Optional;

/**
 * What a verification found.
 *
 * @param tally what the journal holds, up to the problem
 * @param problem the first thing that is wrong, in words; empty when nothing is
 */
public record Verified(JournalVerifier.Tally tally, Optional<String> problem) {}
