package dev.chancery.server.command;

import dev.chancery.core.ceremony.Ceremony;
import dev.chancery.core.x509.RevocationReason;
import dev.chancery.server.command.client.ApiClient;
import dev.chancery.server.command.client.ApiRequest;
import dev.chancery.server.command.client.CertificateFacts;
import dev.chancery.server.command.client.Fields;
import dev.chancery.server.command.report.Screen;
import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code chancery revoke}. */
@Command(
        name = "revoke",
        mixinStandardHelpOptions = true,
        description = "Revokes a certificate. Only certificateHold can be released again.",
        footer = {
            "",
            "Examples:",
            "  ./chancery revoke 4f1a09c2d8e75b3610aa54c7b1f0e629 --reason superseded",
            "  ./chancery revoke 4f1a09c2d8e75b3610aa54c7b1f0e629 --reason keyCompromise \\",
            "             --invalidity-date 2026-10-01",
            "  ./chancery revoke 4f1a09c2d8e75b3610aa54c7b1f0e629 --reason certificateHold"
        })
final class RevokeCommand extends OnlineCommand {
    @Parameters(paramLabel = "SERIAL", description = "Hexadecimal; colons and upper case are accepted.")
    private String serial = "";

    @Option(
            names = "--reason",
            required = true,
            paramLabel = "REASON",
            converter = ReasonName.class,
            completionCandidates = ReasonName.class,
            description = "One of: ${COMPLETION-CANDIDATES}")
    private RevocationReason reason = RevocationReason.UNSPECIFIED;

    @Option(
            names = "--invalidity-date",
            paramLabel = "DATE",
            converter = Moment.class,
            description = "Since when its key is not to be trusted: 2026-10-01 or 2026-10-01T12:00:00Z.")
    private Optional<Instant> invalidityDate = Optional.empty();

    RevokeCommand(Surroundings here) {
        super(here);
    }

    @Override
    void run(ApiClient api, Screen screen) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("reason", reason.rfcName());
        invalidityDate.ifPresent(since -> body.put("invalidityDate", since.toString()));
        ask(api, screen, ApiRequest.post(body, "certificates", serial, "revocation"), fields -> {
            CertificateFacts certificate = CertificateFacts.of(fields);
            boolean hold = reason == RevocationReason.CERTIFICATE_HOLD;
            screen.line((hold ? "On hold: " : "Revoked (" + reason.rfcName() + "): ")
                    + String.join(", ", certificate.names()));
            screen.line("Serial " + certificate.serial() + " of the CA " + certificate.issuer()
                    + ". The next CRL lists it; others notice when they fetch that one.");
            if (fields.optionalText("profile").filter(Ceremony.PROFILE::equals).isPresent()) {
                externalCrl(api, screen, certificate.issuer());
            }
            if (hold) {
                screen.line("Trust it again: " + server.command("release " + certificate.serial()));
            }
        });
    }

    /** An offline CA cannot list it by itself. */
    private void externalCrl(ApiClient api, Screen screen, String issuer) {
        if (Fields.of(quietly(api, ApiRequest.get("authorities", issuer))).flag("offline")) {
            screen.note(
                    "The CA " + issuer + " is offline: nobody notices until a new CRL is signed where its key is, with"
                            + " this certificate on it, and published here with: "
                            + server.command("crl upload --ca " + issuer + " FILE"));
        }
    }
}
