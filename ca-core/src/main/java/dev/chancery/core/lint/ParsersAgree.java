package dev.chancery.core.lint;

import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Date;
import java.util.Optional;

/** What two parsers read differently is how a certificate says one thing to the judge and another to the world. */
final class ParsersAgree extends CertificateRule {
    ParsersAgree() {
        super(
                "parsers-agree",
                Severity.ERROR,
                "RFC 5280 §4.1",
                "certificate",
                "Two independent parsers read the same serial, subject, times, key, constraints and " + "names.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        return certificate
                .jdk()
                .certificate()
                .flatMap(jdk -> difference(certificate, jdk))
                .map(field -> "the JDK reads another " + field + " than is written");
    }

    private static Optional<String> difference(JudgedCertificate ours, X509Certificate jdk) {
        if (!jdk.getSerialNumber().equals(ours.serial())) {
            return Optional.of("serialNumber");
        }
        if (!same(ours.notBefore(), jdk.getNotBefore()) || !same(ours.notAfter(), jdk.getNotAfter())) {
            return Optional.of("validity");
        }
        if (!Arrays.equals(
                jdk.getSubjectX500Principal().getEncoded(), ours.subject().der().unsafeOctets())) {
            return Optional.of("subject");
        }
        // JDK 17 does not know ML-DSA, and writes the parameters of a key that it does not know in its own way.
        if (!ours.key().family().mlDsa()
                && ours.key().family() != KeyFamily.UNKNOWN
                && !Arrays.equals(
                        jdk.getPublicKey().getEncoded(), ours.key().der().unsafeOctets())) {
            return Optional.of("subjectPublicKeyInfo");
        }
        return extensionDifference(ours.standard(), jdk);
    }

    private static Optional<String> extensionDifference(StandardExtensions ours, X509Certificate jdk) {
        if (pathLength(jdk) != pathLength(ours)) {
            return Optional.of("basicConstraints");
        }
        boolean[] bits = jdk.getKeyUsage();
        int count = 0;
        for (int i = 0; bits != null && i < bits.length; i++) {
            count += bits[i] ? 1 : 0;
        }
        return count == ours.keyUsage().map(usage -> usage.names().size()).orElse(0)
                ? Optional.empty()
                : Optional.of("keyUsage");
    }

    /** Asked only when it is there: the JDK answers otherwise by an exception of its own, which takes as long as ten rules. */
    private static int pathLength(X509Certificate jdk) {
        boolean there = jdk.getCriticalExtensionOIDs().contains(ObjectIdentifiers.BASIC_CONSTRAINTS)
                || jdk.getNonCriticalExtensionOIDs().contains(ObjectIdentifiers.BASIC_CONSTRAINTS);
        return there ? jdk.getBasicConstraints() : -1;
    }

    /** As {@link X509Certificate#getBasicConstraints} counts: -1 for no CA, the largest number for no limit. */
    private static int pathLength(StandardExtensions ours) {
        return ours.basicConstraints()
                .filter(BasicConstraints::ca)
                .map(basic -> basic.pathLength().map(BigInteger::intValueExact).orElse(Integer.MAX_VALUE))
                .orElse(-1);
    }

    /** A time of a form that is not allowed is another rule's finding. */
    private static boolean same(EncodedTime ours, Date jdk) {
        return ours.instant().map(jdk.toInstant()::equals).orElse(true);
    }
}
