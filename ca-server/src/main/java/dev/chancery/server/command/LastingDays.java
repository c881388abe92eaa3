package dev.chancery.server.command;

import dev.chancery.server.command.report.Screen;
import picocli.CommandLine.Option;

/** How long what an offline CA signs lasts. */
final class LastingDays {
    @Option(
            names = "--crl-days",
            paramLabel = "N",
            defaultValue = "180",
            description = {
                "How many days its CRL and the certificate of its OCSP responder last, so until when its key must be at hand",
                "again. Default: ${DEFAULT-VALUE}"
            })
    private int days;

    int days() {
        return days;
    }

    static void tell(Screen screen, String ca, OfflineSigning.Signed signed) {
        screen.line("CRL number " + signed.crl() + " of " + ca + " ends at " + signed.crlEnds()
                + ", the certificate of its OCSP responder at " + signed.responderEnds() + ".");
    }
}
