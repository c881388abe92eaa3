package dev.chancery.server.command;

import dev.chancery.server.command.report.Screen;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code chancery ca online}. */
@Command(
        name = "online",
        mixinStandardHelpOptions = true,
        description = {
            "Brings the key of an offline CA back into the data directory, so that the server signs for it again.",
            "The file stays where it is. The server must be stopped."
        },
        footer = {"", "Example:", "  ./chancery ca online root --key-from /media/safe/root.p12"})
final class CaOnlineCommand implements Callable<Integer> {
    private final Surroundings here;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Mixin
    private final OfflineOptions data = new OfflineOptions();

    @Parameters(paramLabel = "NAME", description = "Short name: root.")
    private String name = "";

    @Option(
            names = "--key-from",
            paramLabel = "FILE",
            required = true,
            description = "The key file, with the passphrase of this data directory.")
    private Path file = Path.of("");

    @Option(names = "--why", paramLabel = "TEXT", description = "For the journal. Default: ${DEFAULT-VALUE}")
    private String why = "brought back";

    CaOnlineCommand(Surroundings here) {
        this.here = here;
    }

    @Override
    public Integer call() {
        return Ending.of(spec, this::move);
    }

    private void move(Screen screen) {
        new KeyMove(data, here).with(opened -> opened.custody().bringBack(opened.permit(), name, file, why));
        screen.line("The key of the CA " + name + " is back; the next start signs its CRLs again. " + file
                + " is still there.");
    }
}
