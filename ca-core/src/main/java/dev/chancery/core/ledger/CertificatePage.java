package dev.chancery.core.ledger;

import java.util.List;
import java.util.Optional;

/**
 * A page of certificates and the cursor of the next one. Where hardly any certificate fits, looking is given up after a
 * while: the page is not full then, even empty, and has a next one that goes on from there.
 */
public record CertificatePage(List<CertificateRecord> certificates, Optional<String> next) {
    public CertificatePage {
        certificates = List.copyOf(certificates);
    }

    /** @param limit of the query; with fewer, and a next page, not all were looked through that a full page would need */
    public boolean unfinished(int limit) {
        return next.isPresent() && certificates.size() < limit;
    }
}
