package dev.chancery.server.backup;

/** A backup or a restore cannot go on; the message says why and what to do. Nothing in the data directory was changed. */
public final class BackupRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BackupRefusedException(String message) {
        super(message);
    }
}
