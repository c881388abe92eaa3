package dev.chancery.web.pages;

import static dev.chancery.web.pages.text.Texts.plain;

import dev.chancery.core.access.AccessPolicy.AccessObject;
import dev.chancery.core.access.Permission;
import dev.chancery.core.access.Permit;
import dev.chancery.core.ledger.CertificateLedger;
import dev.chancery.core.ledger.CertificateRecord;
import dev.chancery.core.x509.SerialNumber;
import dev.chancery.web.auth.Authorization;
import dev.chancery.web.http.Exchange;
import dev.chancery.web.http.LogText;
import dev.chancery.web.http.Problem;
import dev.chancery.web.http.ProblemException;
import java.util.Optional;

/** Finds the certificate that a path names, for whoever may see it. */
final class FoundCertificates {
    private final CertificateLedger ledger;
    private final Authorization authorization;

    FoundCertificates(CertificateLedger ledger, Authorization authorization) {
        this.ledger = ledger;
        this.authorization = authorization;
    }

    /** A certificate, and the permit for what was asked about it. */
    record Found(CertificateRecord certificate, Permit permit) {}

    /**
     * The certificate of {@code {serial}}.
     *
     * @throws ProblemException 404 when there is none, 403 when it is somebody else's
     */
    Found require(Exchange exchange, Permission permission) {
        String text = exchange.variable("serial");
        CertificateRecord certificate = parse(text)
                .flatMap(ledger::find)
                .orElseThrow(() ->
                        new ProblemException(Problem.notFound(plain("certificates.notFound", LogText.escape(text)))));
        return new Found(certificate, authorization.require(exchange.requester(), permission, object(certificate)));
    }

    /** A certificate that this visitor may read, for filling in a form like it; empty for anything else. */
    Optional<CertificateRecord> named(Exchange exchange, String serial) {
        return parse(serial)
                .flatMap(ledger::find)
                .filter(certificate -> allows(exchange, Permission.READ_CERTIFICATE, certificate));
    }

    boolean allows(Exchange exchange, Permission permission, CertificateRecord certificate) {
        return authorization.allows(exchange.requester(), permission, object(certificate));
    }

    private static AccessObject object(CertificateRecord certificate) {
        return new AccessObject(certificate.serial().hex(), certificate.requester());
    }

    private static Optional<SerialNumber> parse(String text) {
        try {
            return Optional.of(SerialNumber.parse(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
