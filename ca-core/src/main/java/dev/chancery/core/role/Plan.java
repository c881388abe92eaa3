package dev.chancery.core.role;

import dev.chancery.core.x509.Objection;
import java.util.List;
import java.util.Optional;

/**
 * What a topology needs.
 *
 * @param objections what is wrong with the topology; then there are no certificates. The field is {@code sipDomains[0]},
 *     {@code pools[1].servers[0]}, {@code pools[1].names.KEY}, {@code names.KEY}, …
 */
public record Plan(List<PlannedCertificate> certificates, List<Objection> objections) {
    public Plan {
        certificates = List.copyOf(certificates);
        objections = List.copyOf(objections);
    }

    public Optional<PlannedCertificate> find(String id) {
        return certificates.stream()
                .filter(certificate -> certificate.id().equals(id))
                .findFirst();
    }
}
