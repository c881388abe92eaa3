package dev.chancery.server;

import dev.chancery.server.bench.BenchCommands;
import dev.chancery.server.command.Commands;
import dev.chancery.server.command.Surroundings;
import dev.chancery.server.command.report.ExitCode;
import java.io.PrintWriter;
import picocli.CommandLine;

/** {@code ./chancery}: hands the arguments to the command they name. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        boolean serves = arguments.length > 0 && arguments[0].equals("serve");
        int code = (serves ? serveOnly() : commandLine()).execute(arguments);
        // A serving process ends by its shutdown hook; every other command is done here.
        System.exit(code);
    }

    /** The whole command line; tests run commands through it. */
    static CommandLine commandLine() {
        CommandLine line = serveOnly();
        Surroundings here = Surroundings.ofProcess();
        Commands.addTo(line, here);
        line.addSubcommand("bench", BenchCommands.group(here, BenchWorkshop::open));
        return handled(line);
    }

    /** Without the other commands, whose making is a tenth of a start. */
    private static CommandLine serveOnly() {
        return handled(new CommandLine(new ChanceryCommand()));
    }

    /** For this line and for every command below it so far. */
    private static CommandLine handled(CommandLine line) {
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setUsageHelpAutoWidth(true);
        line.setParameterExceptionHandler(Main::wrongUsage);
        line.setExecutionExceptionHandler((problem, command, parsed) -> refused(problem, command));
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

    private static int refused(Exception problem, CommandLine command) {
        if (problem instanceof StartRefusedException) {
            command.getErr().println(problem.getMessage());
            return ExitCode.REFUSED;
        }
        command.getErr().println("Chancery met a fault of its own. Please report it with these lines:");
        problem.printStackTrace(command.getErr());
        return ExitCode.REFUSED;
    }
}
