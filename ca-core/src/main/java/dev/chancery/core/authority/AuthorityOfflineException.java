package dev.chancery.core.authority;

/** A signature was asked of a CA whose key is not here. */
public final class AuthorityOfflineException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public AuthorityOfflineException(String name) {
        super("The CA \"" + name
                + "\" is offline: its key is not on this server, so it can sign nothing here. Sign where"
                + " the key is, or bring the key back with: ./chancery ca online " + name + " --key-from FILE");
    }
}
