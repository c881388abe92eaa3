package dev.chancery.server.command;

import dev.chancery.core.x509.Der;
import dev.chancery.server.command.client.ApiClient;
import dev.chancery.server.command.client.ApiRequest;
import dev.chancery.server.command.report.CommandFailedException;
import dev.chancery.server.command.report.Screen;
import dev.chancery.server.command.report.Times;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code chancery crl upload}. */
@Command(
        name = "upload",
        mixinStandardHelpOptions = true,
        description = {
            "Publishes the CRL of an offline CA, signed where its key is.",
            "It is checked like our own first: signature, number, times, and nothing revoked that is missing."
        },
        footer = {"", "Example:", "  ./chancery crl upload --ca root root.crl"})
final class CrlUploadCommand extends OnlineCommand {
    @Option(names = "--ca", paramLabel = "NAME", required = true, description = "Short name of the offline CA.")
    private String ca = "";

    @Parameters(paramLabel = "FILE", description = "The CRL, DER or PEM.")
    private Path file = Path.of("");

    CrlUploadCommand(Surroundings here) {
        super(here);
    }

    @Override
    void run(ApiClient api, Screen screen) {
        ApiRequest.Upload upload = new ApiRequest.Upload("application/pkix-crl", read());
        ask(api, screen, ApiRequest.put(upload, "authorities", ca, "crl"), crl -> {
            Times times = here.times();
            screen.line("Published CRL number " + crl.text("number") + " of the offline CA " + ca + ".");
            screen.field("Entries", crl.text("entries"));
            screen.field("This update", times.both(crl.instant("thisUpdate")));
            screen.field("Next update", times.both(crl.instant("nextUpdate")));
        });
    }

    private Der read() {
        try {
            return Der.ofOwned(Files.readAllBytes(file));
        } catch (IOException e) {
            throw CommandFailedException.refused("The file " + file + " cannot be read: " + e);
        }
    }
}
