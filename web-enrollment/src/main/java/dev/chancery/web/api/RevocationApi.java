package dev.chancery.web.api;

import dev.chancery.core.access.Permission;
import dev.chancery.core.access.Permit;
import dev.chancery.core.ledger.CertificateLedger;
import dev.chancery.core.ledger.CertificateRecord;
import dev.chancery.core.revocation.RevocationOutcome;
import dev.chancery.core.revocation.Revocations;
import dev.chancery.core.x509.Objection;
import dev.chancery.core.x509.RevocationReason;
import dev.chancery.web.auth.Authorization;
import dev.chancery.web.http.Exchange;
import dev.chancery.web.http.Problem;
import dev.chancery.web.http.ProblemException;
import dev.chancery.web.http.Reply;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** {@code /api/v1/certificates/{serial}/revocation}: revoking, holding, releasing. */
final class RevocationApi {
    private static final List<String> REASONS = Arrays.stream(RevocationReason.values())
            .map(RevocationReason::rfcName)
            .toList();

    private final Revocations revocations;
    private final CertificateLedger ledger;
    private final Authorization authorization;
    private final CertificateJson json;

    RevocationApi(
            Revocations revocations, CertificateLedger ledger, Authorization authorization, CertificateJson json) {
        this.revocations = revocations;
        this.ledger = ledger;
        this.authorization = authorization;
        this.json = json;
    }

    Reply revoke(Exchange exchange) {
        CertificateRecord record = CertificatesApi.find(ledger, exchange);
        Permit permit = permit(exchange, Permission.REVOKE_CERTIFICATE, record);
        JsonFields fields = JsonFields.of(exchange, "reason", "invalidityDate");
        RevocationReason reason = reason(fields.requiredText("reason"));
        Optional<Instant> since = fields.text("invalidityDate").map(text -> Values.instant(text, "invalidityDate"));
        return reply(revocations.revoke(permit, record.serial(), reason, since));
    }

    Reply release(Exchange exchange) {
        CertificateRecord record = CertificatesApi.find(ledger, exchange);
        Permit permit = permit(exchange, Permission.RELEASE_HOLD, record);
        return reply(revocations.release(permit, record.serial()));
    }

    private Permit permit(Exchange exchange, Permission permission, CertificateRecord record) {
        return authorization.require(exchange.requester(), permission, CertificatesApi.object(record));
    }

    static RevocationReason reason(String text) {
        return RevocationReason.named(text).orElseThrow(() -> {
            String message = Values.quoted(text) + " is no reason to revoke; use one of " + String.join(", ", REASONS)
                    + " (RFC 5280 §5.3.1).";
            return new ProblemException(Problem.of(
                    422,
                    NearestWord.to(text, REASONS)
                            .map(near -> Objection.suggesting("reason-unknown", "reason", message, near))
                            .orElseGet(() -> Objection.of("reason-unknown", "reason", message))));
        });
    }

    private Reply reply(RevocationOutcome outcome) {
        return outcome.fold(
                record -> Reply.json(200, json.full(record)),
                missing -> refuse(404, missing),
                conflict -> refuse(409, conflict),
                refused -> refuse(422, refused));
    }

    private static Reply refuse(int status, Objection objection) {
        throw new ProblemException(Problem.of(status, objection));
    }
}
