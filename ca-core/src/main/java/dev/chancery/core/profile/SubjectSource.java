package dev.chancery.core.profile;

/** Where the subject of a certificate comes from; its fixed part stands before all else. */
public enum SubjectSource {
    /** The common name asked for when it is one of the granted names, else the first of them that fits. */
    NAMES,
    /** The attributes asked for, as far as the profile allows them. */
    REQUEST,
    /** The fixed part and nothing else. */
    FIXED
}
