package dev.chancery.web.http;

import dev.chancery.core.access.Permission;
import java.util.Optional;

/**
 * Who may use a route.
 *
 * @param kind how it is judged
 * @param permission what is asked of the access policy, where something is
 * @param withOldPassword usable while the account's password has to be changed first
 */
public record Access(Kind kind, Optional<Permission> permission, boolean withOldPassword) {
    public enum Kind {
        /** Anybody; who they are is found out where they say it, but nothing depends on it. */
        OPEN,
        /** Anybody who proved who they are. */
        SIGNED_IN,
        /** Judged before the endpoint runs, for any object; the permit is {@link Exchange#permit()}. */
        NEEDS,
        /** Somebody signed in; the endpoint judges the permission for the object that it finds. */
        OF_OBJECT
    }

    public static Access open() {
        return new Access(Kind.OPEN, Optional.empty(), true);
    }

    public static Access signedIn() {
        return new Access(Kind.SIGNED_IN, Optional.empty(), false);
    }

    public static Access needs(Permission permission) {
        return new Access(Kind.NEEDS, Optional.of(permission), false);
    }

    public static Access ofObject(Permission permission) {
        return new Access(Kind.OF_OBJECT, Optional.of(permission), false);
    }

    /** For the password page and for signing out. */
    public Access evenWithOldPassword() {
        return new Access(kind, permission, true);
    }
}
