package dev.chancery.core.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What somebody is here to do. Roles are separate: an admin is no officer unless given both (SECURITY.md rule 9). */
public enum Role {
    /** Asks for certificates and looks after their own. */
    REQUESTER,
    /** Approves and denies requests, revokes, publishes CRLs. */
    OFFICER,
    /** Reads everything, changes nothing. */
    AUDITOR,
    /** Users, profiles and settings; no certificates. */
    ADMIN;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Role> named(String text) {
        return Arrays.stream(values())
                .filter(role -> role.label().equalsIgnoreCase(text.strip()))
                .findFirst();
    }
}
