package dev.chancery.core.access;

/**
 * Proof that {@link AccessPolicy} allowed this requester this act on this object. Nobody else can make one, so a path
 * that forgot to ask does not compile (SECURITY.md rule 7).
 */
public final class Permit {
    private final Requester requester;
    private final Permission permission;
    private final String object;

    Permit(Requester requester, Permission permission, String object) {
        this.requester = requester;
        this.permission = permission;
        this.object = object;
    }

    public Requester requester() {
        return requester;
    }

    public Permission permission() {
        return permission;
    }

    /** What it is good for: a serial, a request's number, a profile's name, or {@code *}. */
    public String object() {
        return object;
    }

    /** Stops a permit for one act from being used for another. */
    public Requester require(Permission expected) {
        if (permission != expected) {
            throw new IllegalStateException("a permit for " + permission + " was used for " + expected);
        }
        return requester;
    }
}
