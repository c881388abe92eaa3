package dev.chancery.server.command;

import dev.chancery.server.command.report.Screen;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code chancery ca offline}. */
@Command(
        name = "offline",
        mixinStandardHelpOptions = true,
        description = {
            "Takes the key of a CA out of the data directory, after it has signed a CRL and a certificate for its OCSP",
            "responder that last. The server then starts without it and signs nothing for that CA. The next ones are signed",
            "with ./chancery ca sign, or elsewhere and uploaded. The server must be stopped."
        },
        footer = {"", "Example:", "  ./chancery ca offline root --key-to /media/safe/root.p12 --crl-days 180"})
final class CaOfflineCommand implements Callable<Integer> {
    private final Surroundings here;
    private final OfflineSigning signing;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Mixin
    private final OfflineOptions data = new OfflineOptions();

    @Mixin
    private final LastingDays lasting = new LastingDays();

    @Parameters(paramLabel = "NAME", description = "Short name: root.")
    private String name = "";

    @Option(
            names = "--key-to",
            paramLabel = "FILE",
            required = true,
            description = "Where the key file goes: a new file outside of the data directory.")
    private Path file = Path.of("");

    @Option(names = "--why", paramLabel = "TEXT", description = "For the journal. Default: ${DEFAULT-VALUE}")
    private String why = "moved out of the data directory";

    CaOfflineCommand(Surroundings here, OfflineSigning signing) {
        this.here = here;
        this.signing = signing;
    }

    @Override
    public Integer call() {
        return Ending.of(spec, this::move);
    }

    private void move(Screen screen) {
        new KeyMove(data, here).with(opened -> {
            // A removal that was cut short has signed already.
            if (opened.custody().mayLeave(opened.permit(), name, file)) {
                LastingDays.tell(screen, name, opened.sign(signing, name, Optional.empty(), lasting.days()));
            }
            opened.custody().takeAway(opened.permit(), name, file, why);
        });
        screen.line("The CA " + name + " is offline: its key is in " + file + " (mode 0600) and nowhere in "
                + data.directory() + ".");
        screen.line(
                "Keep the passphrase with which it is encrypted as well, apart from it. Older backups of this data");
        screen.line("directory still contain the key: keep them as safe as the key itself, or delete them.");
        screen.line("Before they end, stop the server and have the key sign the next ones: "
                + data.command("ca sign " + name + " --key-from " + file));
    }
}
