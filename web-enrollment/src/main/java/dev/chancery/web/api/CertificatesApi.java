package dev.chancery.web.api;

import dev.chancery.core.access.AccessPolicy.AccessObject;
import dev.chancery.core.access.Permission;
import dev.chancery.core.access.Permit;
import dev.chancery.core.enrollment.Enrollment;
import dev.chancery.core.enrollment.EnrollmentRequest;
import dev.chancery.core.ledger.CertificateLedger;
import dev.chancery.core.ledger.CertificateRecord;
import dev.chancery.core.x509.EncodedCertificate;
import dev.chancery.core.x509.SerialNumber;
import dev.chancery.web.auth.Authorization;
import dev.chancery.web.http.Exchange;
import dev.chancery.web.http.Problem;
import dev.chancery.web.http.ProblemException;
import dev.chancery.web.http.Reply;
import java.util.ArrayList;
import java.util.List;

/** {@code /api/v1/certificates}: asking for one, reading one. */
final class CertificatesApi {
    private final Enrollment enrollment;
    private final CertificateLedger ledger;
    private final Authorization authorization;
    private final CertificateJson json;
    private final IssuanceReplies replies;

    CertificatesApi(
            Enrollment enrollment, CertificateLedger ledger, Authorization authorization, CertificateJson json) {
        this.enrollment = enrollment;
        this.ledger = ledger;
        this.authorization = authorization;
        this.json = json;
        this.replies = new IssuanceReplies(json);
    }

    Reply issue(Exchange exchange) {
        EnrollmentRequest request = EnrollmentBody.read(exchange);
        Permit permit = authorization.require(
                exchange.requester(), Permission.REQUEST_CERTIFICATE, AccessObject.named(request.profile()));
        return replies.of(enrollment.request(permit, request));
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
