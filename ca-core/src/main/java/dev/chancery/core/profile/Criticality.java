package dev.chancery.core.profile;

/** Extensions that RFC 5280 leaves to the issuer to mark critical: who does not understand them refuses the certificate. */
public enum Criticality {
    /** RFC 5280 §4.2.1.12; timestamping authorities need it (RFC 3161 §2.3). */
    EXTENDED_KEY_USAGE,
    /** RFC 5280 §4.2.1.4. */
    POLICIES
}
