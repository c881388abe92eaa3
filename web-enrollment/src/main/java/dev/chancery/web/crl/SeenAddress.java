package dev.chancery.web.crl;

import java.net.URI;
import java.util.List;

/**
 * An address of certificates, and what was found there; nothing when all is well.
 *
 * @param kind for programs: {@code crl}, {@code caIssuers} or {@code ocsp}
 * @param words for people: {@code CRL}, {@code CA certificate}, {@code OCSP responder}
 */
public record SeenAddress(String kind, String words, URI address, List<Finding> findings) {
    public SeenAddress {
        findings = List.copyOf(findings);
    }

    /**
     * Something that validating servers will stumble over.
     *
     * @param fault none of them gets what it needs; else some, or perhaps
     * @param message whole sentences
     */
    public record Finding(boolean fault, String message) {}

    public boolean hasFault() {
        return findings.stream().anyMatch(Finding::fault);
    }
}
