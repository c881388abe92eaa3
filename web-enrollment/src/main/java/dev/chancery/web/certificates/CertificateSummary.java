package dev.chancery.web.certificates;

import dev.chancery.core.ledger.CertificateRecord;
import dev.chancery.core.x509.EncodedCertificate;
import dev.chancery.core.x509.Validity;
import dev.chancery.web.http.Json;
import java.time.Instant;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A certificate and its fate as JSON, without its octets: one line of a list. */
public final class CertificateSummary {
    private CertificateSummary() {}

    public static ObjectNode of(CertificateRecord record, Instant now) {
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
                .put("status", status(record, now));
        record.partition().ifPresent(partition -> node.put("crlPartition", partition));
        record.revocation().ifPresent(status -> {
            ObjectNode revocation = node.putObject("revocation")
                    .put("revokedAt", status.revokedAt().toString())
                    .put("reason", status.reason().rfcName());
            status.invalidityDate().ifPresent(since -> revocation.put("invalidityDate", since.toString()));
        });
        return node;
    }

    /** As the API spells it. */
    static String status(CertificateRecord record, Instant now) {
        return record.status(now).name().toLowerCase(Locale.ROOT);
    }
}
