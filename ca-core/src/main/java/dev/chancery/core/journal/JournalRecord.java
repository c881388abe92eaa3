package dev.chancery.core.journal;

import dev.chancery.core.x509.Der;
import java.time.Instant;

/**
 * One event in its place in the chain.
 *
 * @param sequence from 1, without a gap
 * @param actor account name, {@code system} for the server itself
 * @param means how the actor proved who they are
 * @param previous SHA-256 of the record before, 32 zero octets for the first
 * @param hash SHA-256 of this record as it is stored
 */
public record JournalRecord(
        long sequence, Instant time, String actor, String means, JournalEvent event, Der previous, Der hash) {}
