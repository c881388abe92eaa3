package dev.chancery.server.command.report;

/** A command ends here; the message says why and what to do next, and is all that is shown. */
public final class CommandFailedException extends RuntimeException {
    private final int exitCode;

    private CommandFailedException(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    /** Refused or failed. */
    public static CommandFailedException refused(String message) {
        return new CommandFailedException(ExitCode.REFUSED, message);
    }

    /** The command cannot be meant as it was written. */
    public static CommandFailedException wrongUsage(String message) {
        return new CommandFailedException(ExitCode.WRONG_USAGE, message);
    }

    public static CommandFailedException notReachable(String message) {
        return new CommandFailedException(ExitCode.SERVER_NOT_REACHABLE, message);
    }

    public int exitCode() {
        return exitCode;
    }
}
