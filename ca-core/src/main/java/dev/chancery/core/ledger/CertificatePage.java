package dev.chancery.core.ledger;

import java.util.List;
import java.util.Optional;

/** A page of certificates and the cursor of the next one. */
public record CertificatePage(List<CertificateRecord> certificates, Optional<String> next) {
    public CertificatePage {
        certificates = List.copyOf(certificates);
    }
}
