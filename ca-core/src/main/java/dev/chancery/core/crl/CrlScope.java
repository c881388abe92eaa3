package dev.chancery.core.crl;

import dev.chancery.core.authority.CrlPartition;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Which revocations a CRL lists (RFC 5280 §5). */
public sealed interface CrlScope {
    /** One that lists every revoked certificate that belongs to it, and goes on from the one before it. */
    sealed interface Complete extends CrlScope {
        /** The only certificates that it lists; empty for all of the CA's. */
        OptionalInt partition();
    }

    /** The name under which it is published, without its ending: {@code issuing}, {@code issuing-delta}, {@code issuing-3}. */
    String publication(String issuer);

    /** The name under which its numbers are recorded: {@code issuing}, {@code issuing/delta}, {@code issuing/3}. */
    String sequence(String issuer);

    /**
     * Every revoked certificate of the CA.
     *
     * @param freshest where its delta CRL is (RFC 5280 §5.2.6); certificates never say so (STANDARDS.md, Certificates 10)
     */
    record Full(Optional<URI> freshest) implements Complete {
        public Full() {
            this(Optional.empty());
        }

        @Override
        public OptionalInt partition() {
            return OptionalInt.empty();
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

    /**
     * The revoked certificates of one partition (§5.2.5). Has numbers of its own, and no delta.
     *
     * @param number from 1
     * @param addresses every one by which a certificate of the partition may name this CRL; the same strings
     */
    record Partition(int number, List<URI> addresses) implements Complete {
        public Partition {
            addresses = List.copyOf(addresses);
            if (number < 1 || addresses.isEmpty()) {
                throw new IllegalArgumentException("a partition has a number from 1 and an address");
            }
        }

        @Override
        public OptionalInt partition() {
            return OptionalInt.of(number);
        }

        @Override
        public String publication(String issuer) {
            return CrlPartition.publication(issuer, number);
        }

        @Override
        public String sequence(String issuer) {
            return sequenceOf(issuer, number);
        }

        /** {@code issuing/3} */
        public static String sequenceOf(String issuer, int number) {
            return issuer + "/" + number;
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

        public static String sequenceOf(String issuer) {
            return issuer + "/delta";
        }
    }
}
