package dev.chancery.server.command;

import dev.chancery.server.command.client.ApiClient;
import dev.chancery.server.command.client.ApiRequest;
import dev.chancery.server.command.client.CertificateFacts;
import dev.chancery.server.command.report.Screen;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code chancery release}. */
@Command(
        name = "release",
        mixinStandardHelpOptions = true,
        description = "Releases a certificate that is on hold: it is trusted again.",
        footer = {"", "Example:", "  ./chancery release 4f1a09c2d8e75b3610aa54c7b1f0e629"})
final class ReleaseCommand extends OnlineCommand {
    @Parameters(paramLabel = "SERIAL", description = "Hexadecimal; colons and upper case are accepted.")
    private String serial = "";

    ReleaseCommand(Surroundings here) {
        super(here);
    }

    @Override
    void run(ApiClient api, Screen screen) {
        ask(api, screen, ApiRequest.delete("certificates", serial, "revocation"), fields -> {
            CertificateFacts certificate = CertificateFacts.of(fields);
            screen.line("Released: " + String.join(", ", certificate.names()));
            screen.line("Serial " + certificate.serial() + " of the CA " + certificate.issuer()
                    + ". The next CRL does not list it any more.");
        });
    }
}
