package dev.chancery.publisher.schedule;

/** What a revocation makes the publisher publish at once. */
public enum OnRevocation {
    /** A full CRL, which every validator reads. */
    FULL,
    /** A delta CRL: most validators see the revocation in the next full one only. */
    DELTA,
    /** Nothing: the revocation waits for the next scheduled CRL. */
    NOTHING
}
