package dev.chancery.server.command;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code chancery ca sign}. */
@Command(
        name = "sign",
        mixinStandardHelpOptions = true,
        description = {
            "Signs the next CRL of an offline CA and a certificate for its OCSP responder, with its key, which is read where",
            "it is and not copied. The server must be stopped; its next start serves both."
        },
        footer = {"", "Example:", "  ./chancery ca sign root --key-from /media/safe/root.p12 --crl-days 180"})
final class CaSignCommand implements Callable<Integer> {
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
            names = "--key-from",
            paramLabel = "FILE",
            required = true,
            description = "The key file, with the passphrase of this data directory.")
    private Path file = Path.of("");

    CaSignCommand(Surroundings here, OfflineSigning signing) {
        this.here = here;
        this.signing = signing;
    }

    @Override
    public Integer call() {
        return Ending.of(
                spec,
                screen -> new KeyMove(data, here).with(opened -> {
                    opened.custody().requireAway(name);
                    LastingDays.tell(screen, name, opened.sign(signing, name, Optional.of(file), lasting.days()));
                    screen.line("The next start publishes them. " + file + " is needed again before that.");
                }));
    }
}
