package dev.chancery.server;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The top of the command tree. */
@Command(
        name = "chancery",
        mixinStandardHelpOptions = true,
        version = "Chancery 1.0.0",
        description = "A private certificate authority.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Begin with:",
            "  ./chancery serve                                       start the CA, make it on first use",
            "  ./chancery issue --profile tls-server --csr web01.csr  a certificate for a request",
            "  ./chancery list --search web01                         find it again",
            "",
            "Exit codes: 0 done, 1 refused or failed, 2 wrong usage, 3 server not reachable."
        },
        subcommands = {ServeCommand.class, RehearseCommand.class})
final class ChanceryCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before run()
    private CommandSpec spec;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(), "A command is missing. Begin with: ./chancery serve");
    }
}
