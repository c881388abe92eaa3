package dev.chancery.server.command.client;

/** The server answered something that this program does not understand: most likely another version of it. */
public final class UnexpectedAnswerException extends RuntimeException {
    public UnexpectedAnswerException(String what) {
        super("The server's answer " + what + "\nIs it a Chancery server of the same version?");
    }
}
