package dev.chancery.core.lint;

import dev.chancery.core.fuzz.Target;
import dev.chancery.core.x509.Der;
import dev.chancery.core.x509.EncodedCertificate;
import java.util.List;

/** Certificates before the judge, with and without their issuer, and as the vocabulary shows them. */
public final class CertificateTarget implements Target {
    private final Linter linter = new Linter();
    private final Der issuer = Scenes.rootCertificate().certificate();

    @Override
    public List<byte[]> seeds() {
        return List.of(
                issuer.octets(),
                Scenes.intermediate().certificate.certificate().octets(),
                Scenes.rsaServer().certificate.certificate().octets());
    }

    @Override
    public boolean read(byte[] input) {
        Der der = Der.copyOf(input);
        boolean good = linter.judge(der, issuer).toString().length() > 0
                && linter.judge(der).stream().noneMatch(finding -> finding.severity() == Severity.ERROR);
        try {
            show(new EncodedCertificate(der));
        } catch (IllegalArgumentException e) {
            // Its documented answer to what is no certificate.
            return false;
        }
        return good;
    }

    private static void show(EncodedCertificate certificate) {
        String shown = certificate.toString()
                + certificate.issuer()
                + certificate.subjectAltNames()
                + certificate.isCa()
                + certificate.selfIssued()
                + certificate.subjectKeyIdentifier()
                + certificate.authorityKeyIdentifier()
                + certificate.subjectPublicKeyInfo()
                + certificate.subject().shortName();
        if (shown.isEmpty()) {
            throw new AssertionError();
        }
    }
}
