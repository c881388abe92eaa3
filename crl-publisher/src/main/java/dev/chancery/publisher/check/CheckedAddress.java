package dev.chancery.publisher.check;

import java.net.URI;
import java.util.List;

/** One address that stands in certificates, and what was found there; nothing when all is well. */
public record CheckedAddress(Kind kind, URI address, List<CheckFinding> findings) {
    public CheckedAddress {
        findings = List.copyOf(findings);
    }

    /** What the address is for. */
    public enum Kind {
        /** A CRL distribution point (RFC 5280 §4.2.1.13). */
        CRL("CRL"),
        /** The same in the certificates of one partition. */
        PARTITION("CRL of a partition"),
        /** The CA's certificate, id-ad-caIssuers (RFC 5280 §4.2.2.1). */
        CA_CERTIFICATE("CA certificate"),
        /** A responder, id-ad-ocsp. */
        OCSP("OCSP responder");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** Whether another look soon may show something else. */
    boolean unsettled() {
        return findings.stream().anyMatch(finding -> finding.isFault() || finding.passing());
    }

    public boolean hasFault() {
        return findings.stream().anyMatch(CheckFinding::isFault);
    }
}
