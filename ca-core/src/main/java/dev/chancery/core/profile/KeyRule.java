package dev.chancery.core.profile;

import dev.chancery.core.csr.CertificateRequest.KeyType;
import dev.chancery.core.x509.Objection;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which keys may be certified. What is not written is not allowed.
 *
 * @param rsa modulus sizes; empty when RSA is not accepted
 * @param serverMade whether the server may make the key for its requester (SECURITY.md rule 27); not where it is not written
 */
public record KeyRule(Optional<RsaSizes> rsa, Set<Curve> curves, Optional<Boolean> serverMade) {
    /** In bits, both inclusive. */
    public record RsaSizes(int minimum, int maximum) {
        public RsaSizes {
            if (minimum < 2048 || maximum > 8192 || maximum < minimum) {
                throw new IllegalArgumentException(
                        (minimum < 2048 ? "minimum: " : "maximum: ") + "minimum " + minimum + " and maximum " + maximum
                                + " do not fit: RSA keys have 2048 to 8192 bits (SECURITY.md rule 5)");
            }
        }

        public static RsaSizes defaults() {
            return new RsaSizes(2048, 8192);
        }
    }

    public KeyRule {
        curves = curves.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(curves));
        if (rsa.isEmpty() && curves.isEmpty()) {
            throw new IllegalArgumentException(
                    "curves: is empty and so is rsa, so no key would be accepted: write rsa with minimum and maximum, or curves"
                            + " (P-256, P-384, P-521, Ed25519, Ed448)");
        }
    }

    /** Keys that are made elsewhere. */
    public KeyRule(Optional<RsaSizes> rsa, Set<Curve> curves) {
        this(rsa, curves, Optional.empty());
    }

    /** Whether the server may make the key. */
    public boolean allowsServerMade() {
        return serverMade.orElse(false);
    }

    /** The algorithms as {@link KeyType} names them. */
    Set<String> algorithms() {
        Set<String> algorithms = new java.util.TreeSet<>();
        rsa.ifPresent(sizes -> algorithms.add("RSA"));
        curves.forEach(curve -> algorithms.add(curve.algorithm()));
        return algorithms;
    }

    Optional<Objection> judge(KeyType key, String profile) {
        if (curves.stream().anyMatch(curve -> curve.matches(key))) {
            return Optional.empty();
        }
        if (!key.algorithm().equals("RSA") || rsa.isEmpty()) {
            return Optional.of(Objection.of(
                    "key-type",
                    "csr",
                    "The profile " + profile + " takes no " + key.label() + " key; make one of these: " + words()
                            + "."));
        }
        RsaSizes sizes = rsa.get();
        if (key.bits() >= sizes.minimum() && key.bits() <= sizes.maximum()) {
            return Optional.empty();
        }
        return Optional.of(Objection.of(
                "key-size",
                "csr",
                "An RSA key of " + key.bits() + " bits is too "
                        + (key.bits() < sizes.minimum() ? "short" : "long") + " for the profile " + profile
                        + "; make one of these: " + words() + "."));
    }

    /** {@code RSA 2048 to 8192, EC P-256, EC P-384}. */
    public String words() {
        List<String> parts = new ArrayList<>();
        rsa.ifPresent(sizes -> parts.add(
                sizes.minimum() == sizes.maximum()
                        ? "RSA " + sizes.minimum()
                        : "RSA " + sizes.minimum() + " to " + sizes.maximum()));
        if (!curves.isEmpty()) {
            EnumSet.copyOf(curves)
                    .forEach(
                            curve -> parts.add(curve.algorithm().equals("EC") ? "EC " + curve.label() : curve.label()));
        }
        return String.join(", ", parts);
    }
}
