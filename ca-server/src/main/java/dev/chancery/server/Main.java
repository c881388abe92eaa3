package dev.chancery.server;

/** Placeholder, so that the build has a program to start. */
public final class Main {
    private Main() {}

    /** Says that there is nothing yet. */
    public static void main(String[] arguments) {
        System.err.println("Chancery: nothing to run yet.");
        System.exit(2);
    }
}
