package dev.chancery.publisher.target;

import java.time.Instant;
import java.util.Optional;

/**
 * How a target fares.
 *
 * @param where it leads, without anything secret
 * @param lastSuccess when it last took a file
 * @param failingSince since when it has taken none; empty while all is well
 * @param failure why it did not take the last one
 * @param waiting how many files it still has to take
 * @param failures attempts that failed since the start
 */
public record TargetStatus(
        String name,
        String where,
        Optional<Instant> lastSuccess,
        Optional<Instant> failingSince,
        Optional<String> failure,
        int waiting,
        long failures) {}
