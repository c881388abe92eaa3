package dev.chancery.server.command;

import dev.chancery.core.keys.Secret;
import dev.chancery.server.command.report.Times;
import java.io.Console;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/**
 * What commands have around them.
 *
 * @param zone in which times are shown
 * @param environment variables of the process
 * @param standardOutput for octets that are no text; everything else goes through the command line's own writers
 * @param console asks a person for a password; empty where nobody sits
 * @param watched whether somebody watches, so that a progress bar makes sense
 */
public record Surroundings(
        Clock clock,
        ZoneId zone,
        SecureRandom random,
        Map<String, String> environment,
        InputStream standardInput,
        OutputStream standardOutput,
        Optional<PasswordPrompt> console,
        boolean watched) {

    public Surroundings {
        environment = Map.copyOf(environment);
    }

    /** Asks without showing what is typed. */
    @FunctionalInterface
    public interface PasswordPrompt {
        Secret ask(String question);
    }

    public static Surroundings ofProcess() {
        Optional<Console> terminal = terminal();
        return new Surroundings(
                Clock.systemUTC(),
                ZoneId.systemDefault(),
                new SecureRandom(),
                System.getenv(),
                System.in,
                System.out,
                terminal.map(console -> question -> {
                    char[] typed = console.readPassword("%s", question);
                    return Secret.copyOf(typed == null ? new char[0] : typed);
                }),
                terminal.isPresent());
    }

    /** Newer JDKs have a console even where input comes from a file; only they can say whether it is one. */
    @SuppressWarnings("SystemConsoleNull") // before JDK 22 it is null, after it there is isTerminal()
    private static Optional<Console> terminal() {
        Console console = System.console();
        if (console == null) {
            return Optional.empty();
        }
        try {
            boolean real = (boolean) Console.class.getMethod("isTerminal").invoke(console);
            return real ? Optional.of(console) : Optional.empty();
        } catch (NoSuchMethodException e) {
            return Optional.of(console);
        } catch (ReflectiveOperationException e) {
            return Optional.empty();
        }
    }

    Times times() {
        return new Times(clock, zone);
    }
}
