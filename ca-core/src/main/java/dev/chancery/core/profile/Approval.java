package dev.chancery.core.profile;

/** Who must agree before a certificate is issued. */
public enum Approval {
    /** Nobody, when every name is in the requester's grant; an officer otherwise. */
    NONE,
    /** Always an officer. */
    OFFICER
}
