package dev.chancery.server.command;

import dev.chancery.server.command.client.UnexpectedAnswerException;
import dev.chancery.server.command.report.CommandFailedException;
import dev.chancery.server.command.report.ExitCode;
import dev.chancery.server.command.report.Screen;
import java.util.function.Consumer;
import picocli.CommandLine.Model.CommandSpec;

/** Runs a command and turns its ending into an exit code, with the reason on standard error. */
public final class Ending {
    private Ending() {}

    public static int of(CommandSpec spec, Consumer<Screen> work) {
        Screen screen =
                new Screen(spec.commandLine().getOut(), spec.commandLine().getErr());
        try {
            work.accept(screen);
            return ExitCode.DONE;
        } catch (CommandFailedException e) {
            screen.note(String.valueOf(e.getMessage()));
            if (e.exitCode() == ExitCode.WRONG_USAGE) {
                screen.note("See: ./" + spec.qualifiedName(" ") + " --help");
            }
            return e.exitCode();
        } catch (UnexpectedAnswerException e) {
            screen.note(String.valueOf(e.getMessage()));
            return ExitCode.REFUSED;
        }
    }
}
