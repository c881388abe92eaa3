package dev.chancery.web.crl;

import java.time.Instant;
import java.util.Optional;

/**
 * Another place that gets what is published, and how it fares.
 *
 * @param where it leads, without anything secret
 * @param lastSuccess when it last took a file
 * @param failingSince since when it has taken none; empty while all is well
 * @param failure why, in words
 * @param waiting how many files it still has to take
 */
public record PublicationTarget(
        String name,
        String where,
        Optional<Instant> lastSuccess,
        Optional<Instant> failingSince,
        Optional<String> failure,
        int waiting) {}
