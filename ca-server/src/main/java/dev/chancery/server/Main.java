package dev.chancery.server;

import dev.chancery.server.bench.BenchCommands;
import dev.chancery.server.command.Commands;
import dev.chancery.server.command.Surroundings;
import dev.chancery.server.command.report.ExitCode;
import dev.chancery.web.http.LogText;
import java.io.PrintWriter;
import picocli.CommandLine;

/** {@code ./chancery}: hands the arguments to the command they name. */
public final class Main {
    /** Set to anything, it shows where in the program an unexpected fault arose. */
    static final String DEBUG_VARIABLE = "CHANCERY_DEBUG";

    private Main() {}

    public static void main(String[] arguments) {
        boolean serves = arguments.length > 0 && arguments[0].equals("serve");
        int code = (serves ? serveOnly(Surroundings.ofProcess()) : commandLine()).execute(arguments);
        // A serving process ends by its shutdown hook; every other command is done here.
        System.exit(code);
    }

    /** The whole command line; tests run commands through it. */
    static CommandLine commandLine() {
        return commandLine(Surroundings.ofProcess());
    }

    static CommandLine commandLine(Surroundings here) {
        CommandLine line = serveOnly(here);
        Commands.addTo(line, here, new KeyAtHand(here.clock(), here.random()));
        line.addSubcommand("bench", BenchCommands.group(here, BenchWorkshop::open));
        return handled(line, here);
    }

    /** Without the other commands, whose making is a tenth of a start. */
    private static CommandLine serveOnly(Surroundings here) {
        return handled(new CommandLine(new ChanceryCommand()), here);
    }

    /** For this line and for every command below it so far. */
    private static CommandLine handled(CommandLine line, Surroundings here) {
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setUsageHelpAutoWidth(true);
        line.setParameterExceptionHandler(Main::wrongUsage);
        line.setExecutionExceptionHandler((problem, command, parsed) ->
                refused(problem, command, here.environment().containsKey(DEBUG_VARIABLE)));
        return line;
    }

    private static int wrongUsage(CommandLine.ParameterException problem, String[] arguments) {
        CommandLine command = problem.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(problem.getMessage());
        CommandLine.UnmatchedArgumentException.printSuggestions(problem, err);
        err.println("See: ./chancery "
                + command.getCommandSpec().qualifiedName(" ").replaceFirst("^chancery ?", "") + " --help");
        return ExitCode.WRONG_USAGE;
    }

    private static int refused(Exception problem, CommandLine command, boolean debug) {
        PrintWriter err = command.getErr();
        if (problem instanceof StartRefusedException) {
            err.println(problem.getMessage());
        } else if (debug) {
            err.println("Chancery met a fault of its own. Please report it with these lines:");
            problem.printStackTrace(err);
        } else {
            err.println("Chancery met a fault of its own: " + LogText.escape(problem.toString())
                    + ". For the lines that belong into a report, run the same command with " + DEBUG_VARIABLE
                    + "=1 in the environment.");
        }
        return ExitCode.REFUSED;
    }
}
