package dev.chancery.core.enrollment;

/** What became of a denial. */
public enum DenialOutcome {
    DENIED,
    NOT_FOUND,
    NOT_PENDING
}
