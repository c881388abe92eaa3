package dev.chancery.web.api;

import dev.chancery.core.authority.Issuer;
import dev.chancery.core.authority.IssuerRegistry;
import dev.chancery.core.ledger.CertificateRecord;
import dev.chancery.core.x509.EncodedCertificate;
import dev.chancery.core.x509.Validity;
import dev.chancery.web.http.Json;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
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
        EncodedCertificate certificate = record.certificate();
        Validity validity = certificate.validity();
        ObjectNode node = Json.object()
                .put("serial", record.serial().hex())
                .put("issuer", record.issuer())
                .put("subject", certificate.subject().rfc4514());
        ArrayNode names = node.putArray("sans");
        certificate.subjectAltNames().forEach(name -> names.add(name.kind() + ":" + name.text()));
        node.put("notBefore", validity.notBefore().toString())
                .put("notAfter", validity.notAfter().toString())
                .put("profile", record.profile());
        record.profileVersion().ifPresent(version -> node.put("profileVersion", version));
        node.put("requester", record.requester())
                .put("issuedAt", record.issuedAt().toString())
                .put("status", record.status(clock.instant()).name().toLowerCase(Locale.ROOT));
        record.partition().ifPresent(partition -> node.put("crlPartition", partition));
        record.revocation().ifPresent(status -> {
            ObjectNode revocation = node.putObject("revocation")
                    .put("revokedAt", status.revokedAt().toString())
                    .put("reason", status.reason().rfcName());
            status.invalidityDate().ifPresent(since -> revocation.put("invalidityDate", since.toString()));
        });
        return node;
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
