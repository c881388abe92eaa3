package dev.chancery.core.ceremony;

import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.EncodedCertificate;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The chain of a CA that an outside CA has signed, from it up to the root; and what RFC 5280 demands of each in it. Every
 * method throws a {@link CeremonyFaultException} that says which certificate is wrong, why, and what to do.
 */
final class SignedChain {
    private static final int KEY_CERT_SIGN = 5;
    private static final int CRL_SIGN = 6;

    private final List<EncodedCertificate> chain;

    private SignedChain(List<EncodedCertificate> chain) {
        this.chain = chain;
    }

    /**
     * Puts certificates in their order.
     *
     * @param given in any order; those that do not belong to the chain are left out
     * @param key SubjectPublicKeyInfo of the CA
     */
    static SignedChain of(List<EncodedCertificate> given, Der key) {
        EncodedCertificate last = given.stream()
                .filter(one -> one.subjectPublicKeyInfo().equals(key))
                .findFirst()
                .orElseThrow(() -> new CeremonyFaultException("None of the " + given.size()
                        + " certificates is for the key that was requested here. Have the request of this data directory"
                        + " signed, the newest if there were several."));
        if (last.selfIssued()) {
            throw new CeremonyFaultException(
                    name(last)
                            + " signs itself, as a root does. Bring the certificate that the outside CA has made of the request.");
        }
        List<EncodedCertificate> chain = new ArrayList<>(List.of(last));
        while (!last.selfIssued()) {
            last = above(last, given);
            if (chain.contains(last)) {
                throw new CeremonyFaultException("The chain goes round in circles at " + name(last) + ".");
            }
            chain.add(last);
        }
        requireSignedBy(last, last);
        return new SignedChain(List.copyOf(chain));
    }

    private static EncodedCertificate above(EncodedCertificate below, List<EncodedCertificate> given) {
        List<EncodedCertificate> named = given.stream()
                .filter(one -> one.subject().equals(below.issuer()) && !one.equals(below))
                .toList();
        if (named.isEmpty()) {
            throw new CeremonyFaultException("The chain ends at " + name(below) + ": the certificate of its issuer "
                    + below.issuer() + " is missing. Add it, and all others up to the root, to the file.");
        }
        for (EncodedCertificate one : named) {
            if (signs(one, below)) {
                return one;
            }
        }
        requireSignedBy(below, named.get(0));
        throw new IllegalStateException("one of two answers");
    }

    private static boolean signs(EncodedCertificate above, EncodedCertificate below) {
        try {
            below.toJca().verify(above.toJca().getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static void requireSignedBy(EncodedCertificate below, EncodedCertificate above) {
        if (!signs(above, below)) {
            throw new CeremonyFaultException("The signature of " + name(below) + " is not by the key of " + name(above)
                    + ", which has the name of its issuer. The file mixes CAs, or one is damaged.");
        }
    }

    /** The CA's own, then those above it, the root last. */
    List<EncodedCertificate> certificates() {
        return chain;
    }

    EncodedCertificate own() {
        return chain.get(0);
    }

    List<EncodedCertificate> above() {
        return chain.subList(1, chain.size());
    }

    /** RFC 5280 §4.2.1.2, §4.2.1.3, §4.2.1.9 and §4.1.2.5. */
    SignedChain mustBeOfAuthorities(Instant now) {
        for (int i = 0; i < chain.size(); i++) {
            EncodedCertificate certificate = chain.get(i);
            X509Certificate one = certificate.toJca();
            int constraint = one.getBasicConstraints();
            demand(
                    constraint >= 0,
                    certificate,
                    "is no CA's: basicConstraints does not say CA:TRUE (RFC 5280 §4.2.1.9). Ask for a subordinate CA, not"
                            + " for a server");
            demand(
                    constraint >= i,
                    certificate,
                    "allows " + constraint + " CAs below it on a path, and here are " + i
                            + " (pathLenConstraint, RFC 5280 §4.2.1.9)");
            demand(
                    allows(one, KEY_CERT_SIGN),
                    certificate,
                    "may sign no certificates: keyUsage lacks keyCertSign (RFC 5280 §4.2.1.3)");
            demand(
                    !now.isBefore(certificate.validity().notBefore()),
                    certificate,
                    "is valid only from " + certificate.validity().notBefore() + "; see whether a clock is wrong");
            demand(
                    now.isBefore(certificate.validity().notAfter()),
                    certificate,
                    "ended at " + certificate.validity().notAfter());
        }
        demand(
                allows(own().toJca(), CRL_SIGN),
                own(),
                "may sign no CRLs: keyUsage lacks cRLSign (RFC 5280 §4.2.1.3), so that nothing below it could be revoked");
        demand(
                own().subjectKeyIdentifier().isPresent(),
                own(),
                "has no subjectKeyIdentifier, which every CA's has (RFC 5280 §4.2.1.2)");
        String algorithm = own().toJca().getSigAlgName().toUpperCase(Locale.ROOT);
        demand(
                !algorithm.contains("SHA1") && !algorithm.contains("MD5"),
                own(),
                "is signed with " + algorithm + ", which validating software refuses");
        return this;
    }

    private static boolean allows(X509Certificate certificate, int bit) {
        boolean[] usage = certificate.getKeyUsage();
        return usage != null && usage.length > bit && usage[bit];
    }

    private static void demand(boolean holds, EncodedCertificate certificate, String otherwise) {
        if (!holds) {
            throw new CeremonyFaultException(name(certificate) + " " + otherwise + ".");
        }
    }

    private static String name(EncodedCertificate certificate) {
        return "The certificate of \"" + certificate.subject() + "\" (serial " + certificate.serial() + ")";
    }
}
