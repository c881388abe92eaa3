package dev.chancery.publisher.target;

import dev.chancery.core.crl.CrlOctets;

/**
 * What goes to a target.
 *
 * @param name under which it is known everywhere, {@code issuing.crl}
 * @param issuer short name of the CA
 */
record PublishedFile(String name, String issuer, Kind kind, CrlOctets content) {
    enum Kind {
        CA_CERTIFICATE("application/pkix-cert", "cACertificate;binary"),
        CRL("application/pkix-crl", "certificateRevocationList;binary"),
        DELTA_CRL("application/pkix-crl", "deltaRevocationList;binary"),
        /** Has a place of its own where files have names; an entry of a directory has room for the full CRL only. */
        PARTITION("application/pkix-crl", "");

        final String contentType;
        /** RFC 4523 §2: with the option {@code ;binary}. */
        final String attribute;

        Kind(String contentType, String attribute) {
            this.contentType = contentType;
            this.attribute = attribute;
        }
    }
}
