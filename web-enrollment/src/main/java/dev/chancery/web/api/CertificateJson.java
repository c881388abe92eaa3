package dev.chancery.web.api;

import dev.chancery.core.authority.Issuer;
import dev.chancery.core.authority.IssuerRegistry;
import dev.chancery.core.ledger.CertificateRecord;
import dev.chancery.core.x509.EncodedCertificate;
import dev.chancery.web.certificates.CertificateSummary;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/** A certificate and its fate as JSON. */
final class CertificateJson {
    private final IssuerRegistry issuers;
    private final Clock clock;
    private final Map<String, ChainPem> chains = new ConcurrentHashMap<>();

    CertificateJson(IssuerRegistry issuers, Clock clock) {
        this.issuers = issuers;
        this.clock = clock;
    }

    /** One line of a list. */
    ObjectNode summary(CertificateRecord record) {
        return CertificateSummary.of(record, clock.instant());
    }

    /** Everything, with the certificate and the CAs above it as PEM. */
    ObjectNode full(CertificateRecord record) {
        return summary(record)
                .put("fingerprint", record.certificate().fingerprint().hex())
                .put("certificate", record.certificate().pem())
                .put("chain", chainPem(record));
    }

    private String chainPem(CertificateRecord record) {
        return issuers.find(record.issuer()).map(this::chainPem).orElse("");
    }

    /** Written once for each issuer: every answer to a request has it. */
    private String chainPem(Issuer issuer) {
        ChainPem known = chains.get(issuer.name());
        if (known == null || known.issuer() != issuer) {
            known = new ChainPem(issuer, pem(chain(issuer)));
            chains.put(issuer.name(), known);
        }
        return known.text();
    }

    private record ChainPem(Issuer issuer, String text) {}

    /** The CAs above a certificate, its issuer first, up to the root. */
    List<EncodedCertificate> chain(CertificateRecord record) {
        return issuers.find(record.issuer()).map(CertificateJson::chain).orElse(List.of());
    }

    static List<EncodedCertificate> chain(Issuer issuer) {
        List<EncodedCertificate> chain = new ArrayList<>();
        chain.add(issuer.certificate());
        chain.addAll(issuer.chain());
        return chain;
    }

    static String pem(List<EncodedCertificate> certificates) {
        return certificates.stream().map(EncodedCertificate::pem).collect(Collectors.joining());
    }
}
