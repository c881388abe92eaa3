package dev.chancery.server.command.report;

/** Exit codes of the command line (CONTRACT.md "Command line"). */
public final class ExitCode {
    public static final int DONE = 0;
    /** Refused or failed, with the reason on standard error. */
    public static final int REFUSED = 1;

    public static final int WRONG_USAGE = 2;
    public static final int SERVER_NOT_REACHABLE = 3;

    private ExitCode() {}
}
