package dev.chancery.core.crl;

import java.net.URI;
import java.util.Optional;

/** Which revocations a CRL lists (RFC 5280 §5). */
public sealed interface CrlScope {
    /** The name under which it is published, without its ending: {@code issuing}, {@code issuing-delta}. */
    String publication(String issuer);

    /** The name under which its numbers are recorded: {@code issuing}, {@code issuing/delta}. */
    String sequence(String issuer);

    /**
     * Every revoked certificate of the CA.
     *
     * @param freshest where its delta CRL is (RFC 5280 §5.2.6); certificates never say so (STANDARDS.md, Certificates 10)
     */
    record Full(Optional<URI> freshest) implements CrlScope {
        public Full() {
            this(Optional.empty());
        }

        @Override
        public String publication(String issuer) {
            return issuer;
        }

        @Override
        public String sequence(String issuer) {
            return issuer;
        }
    }

    /** The changes since the full CRL with the number {@code base} (§5.2.4). Shares the numbers of the full CRL. */
    record Delta(CrlNumber base) implements CrlScope {
        @Override
        public String publication(String issuer) {
            return publicationOf(issuer);
        }

        public static String publicationOf(String issuer) {
            return issuer + "-delta";
        }

        @Override
        public String sequence(String issuer) {
            return sequenceOf(issuer);
        }

        static String sequenceOf(String issuer) {
            return issuer + "/delta";
        }
    }
}
