package dev.chancery.core.access;

/** One kind of act, judged by {@link AccessPolicy} against an object. */
public enum Permission {
    REQUEST_CERTIFICATE,
    READ_CERTIFICATE,
    LIST_CERTIFICATES,
    REVOKE_CERTIFICATE,
    /** Not the owner's to do: who held a certificate had a reason that its owner may not share. */
    RELEASE_HOLD,
    READ_REQUEST,
    DECIDE_REQUEST,
    READ_AUTHORITIES,
    PUBLISH_CRL,
    READ_PROFILES,
    READ_JOURNAL,
    READ_USERS,
    MANAGE_USERS,
    CHANGE_OWN_PASSWORD,
    READ_METRICS,
    MANAGE_AUTHORITIES,
    MANAGE_PROFILES,
    BACK_UP
}
