package dev.chancery.server;

/** Exit codes of the command line (CONTRACT.md "Command line"). */
final class ExitCode {
    static final int DONE = 0;
    /** Refused or failed, with the reason on standard error. */
    static final int REFUSED = 1;

    static final int WRONG_USAGE = 2;
    static final int SERVER_NOT_REACHABLE = 3;
    /** The watchdog ended a server whose disk does not answer (SECURITY.md rule 15). */
    static final int WATCHDOG = 70;

    private ExitCode() {}
}
