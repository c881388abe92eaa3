package dev.chancery.server.command;

import dev.chancery.server.command.client.CertificateFacts;
import dev.chancery.server.command.report.Screen;
import dev.chancery.server.command.report.Times;

/** A certificate in words. */
final class CertificateText {
    private CertificateText() {}

    static void print(Screen screen, Times times, CertificateFacts certificate) {
        screen.field("Names", String.join(", ", certificate.names()));
        screen.field("Subject", certificate.subject());
        screen.field("Status", certificate.status());
        certificate.revoked().ifPresent(revoked -> {
            screen.field("  since", times.both(revoked.at()));
            screen.field("  reason", revoked.reason());
            revoked.invalidityDate().ifPresent(since -> screen.field("  distrusted", "from " + times.both(since)));
        });
        screen.field("Valid from", times.both(certificate.notBefore()));
        screen.field("Ends", times.both(certificate.notAfter()));
        screen.field(
                "Profile",
                certificate.profile()
                        + certificate
                                .profileVersion()
                                .map(number -> ", version " + number)
                                .orElse(""));
        screen.field("Requester", certificate.requester());
        screen.field("Issuer", certificate.issuer());
        screen.field("Serial", certificate.serial());
    }
}
