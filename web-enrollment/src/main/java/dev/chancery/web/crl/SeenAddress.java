package dev.chancery.web.crl;

import java.net.URI;
import java.util.List;

/**
 * An address of certificates, and what was found there; nothing when all is well.
 *
 * @param kind {@code crl}, {@code partition}, {@code caIssuers} or {@code ocsp}
 */
public record SeenAddress(String kind, URI address, List<Finding> findings) {
    public SeenAddress {
        findings = List.copyOf(findings);
    }

    /**
     * Something that validating servers will stumble over.
     *
     * @param fault none of them gets what it needs; else some, or perhaps
     * @param message whole sentences
     * @param code and values: the same for readers of other languages
     */
    public record Finding(boolean fault, String message, String code, List<String> values) {
        public Finding {
            values = List.copyOf(values);
        }
    }

    public boolean hasFault() {
        return findings.stream().anyMatch(Finding::fault);
    }
}
