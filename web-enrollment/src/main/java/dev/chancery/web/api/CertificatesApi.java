package dev.chancery.web.api;

import dev.chancery.core.access.AccessPolicy.AccessObject;
import dev.chancery.core.access.Permission;
import dev.chancery.core.access.Permit;
import dev.chancery.core.enrollment.Enrollment;
import dev.chancery.core.enrollment.EnrollmentRequest;
import dev.chancery.core.ledger.CertificateLedger;
import dev.chancery.core.ledger.CertificatePage;
import dev.chancery.core.ledger.CertificateQuery;
import dev.chancery.core.ledger.CertificateRecord;
import dev.chancery.core.x509.EncodedCertificate;
import dev.chancery.core.x509.SerialNumber;
import dev.chancery.web.auth.Authorization;
import dev.chancery.web.http.Exchange;
import dev.chancery.web.http.Json;
import dev.chancery.web.http.Parameters;
import dev.chancery.web.http.Problem;
import dev.chancery.web.http.ProblemException;
import dev.chancery.web.http.Reply;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /api/v1/certificates}: asking for one, finding them, reading them. */
final class CertificatesApi {
    private static final List<String> PARAMETERS =
            List.of("search", "status", "profile", "expiresBefore", "issuer", "limit", "cursor");

    private final Enrollment enrollment;
    private final CertificateLedger ledger;
    private final Authorization authorization;
    private final CertificateJson json;
    private final IssuanceReplies replies;
    private final Clock clock;

    CertificatesApi(
            Enrollment enrollment,
            CertificateLedger ledger,
            Authorization authorization,
            CertificateJson json,
            Clock clock) {
        this.enrollment = enrollment;
        this.ledger = ledger;
        this.authorization = authorization;
        this.json = json;
        this.replies = new IssuanceReplies(json);
        this.clock = clock;
    }

    Reply issue(Exchange exchange) {
        EnrollmentRequest request = EnrollmentBody.read(exchange);
        Permit permit = authorization.require(
                exchange.requester(), Permission.REQUEST_CERTIFICATE, AccessObject.named(request.profile()));
        return replies.of(enrollment.request(permit, request));
    }

    Reply list(Exchange exchange) {
        CertificatePage page = search(query(exchange));
        ObjectNode body = Json.object();
        ArrayNode certificates = body.putArray("certificates");
        page.certificates().forEach(record -> certificates.add(json.summary(record)));
        page.next().ifPresent(next -> body.put("next", next));
        return Reply.json(200, body);
    }

    private CertificatePage search(CertificateQuery query) {
        try {
            return ledger.search(query);
        } catch (IllegalArgumentException e) {
            if (query.cursor().isEmpty()) {
                throw e;
            }
            throw Values.problem(
                    400, "cursor-unknown", "cursor", "This cursor is not one that an earlier page gave as \"next\".");
        }
    }

    private CertificateQuery query(Exchange exchange) {
        Parameters query = exchange.query();
        KnownNames.check("query parameter", query.names(), PARAMETERS);
        boolean everybodys =
                authorization.allows(exchange.requester(), Permission.READ_CERTIFICATE, AccessObject.any());
        return new CertificateQuery(
                query.text("search"),
                Values.choice(query, "status", CertificateRecord.Status.class),
                query.text("profile"),
                query.text("issuer"),
                everybodys ? Optional.empty() : Optional.of(exchange.requester().name()),
                query.text("expiresBefore").map(text -> Values.instant(text, "expiresBefore")),
                clock.instant(),
                Values.limit(query, 100, 1000),
                query.text("cursor"));
    }

    Reply show(Exchange exchange) {
        return Reply.json(200, json.full(record(exchange)));
    }

    Reply pem(Exchange exchange) {
        CertificateRecord record = record(exchange);
        return CertificateFiles.pem(record.serial().hex(), List.of(record.certificate()));
    }

    /** The certificate and the CAs above it without the root: what a TLS server sends (RFC 8446 §4.4.2). */
    Reply chainPem(Exchange exchange) {
        CertificateRecord record = record(exchange);
        List<EncodedCertificate> sent = new ArrayList<>();
        sent.add(record.certificate());
        json.chain(record).stream().filter(ca -> !ca.selfIssued()).forEach(sent::add);
        return CertificateFiles.pem(record.serial().hex() + "-chain", sent);
    }

    Reply der(Exchange exchange) {
        CertificateRecord record = record(exchange);
        return CertificateFiles.der(record.serial().hex(), record.certificate());
    }

    Reply pkcs7(Exchange exchange) {
        CertificateRecord record = record(exchange);
        List<EncodedCertificate> all = new ArrayList<>();
        all.add(record.certificate());
        all.addAll(json.chain(record));
        return CertificateFiles.pkcs7(record.serial().hex(), all);
    }

    private CertificateRecord record(Exchange exchange) {
        CertificateRecord record = find(ledger, exchange);
        authorization.require(exchange.requester(), Permission.READ_CERTIFICATE, object(record));
        return record;
    }

    static CertificateRecord find(CertificateLedger ledger, Exchange exchange) {
        SerialNumber serial = Values.serial(exchange.variable("serial"));
        return ledger.find(serial)
                .orElseThrow(() -> new ProblemException(
                        Problem.notFound("No certificate with the serial " + serial.hex() + " was issued here.")));
    }

    static AccessObject object(CertificateRecord record) {
        return new AccessObject(record.serial().hex(), record.requester());
    }
}
