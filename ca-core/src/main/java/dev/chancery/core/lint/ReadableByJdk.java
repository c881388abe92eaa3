package dev.chancery.core.lint;

import java.util.Optional;

/** A certificate that a common parser rejects is useless to its users, and a builder that made it has a bug. */
final class ReadableByJdk extends CertificateRule {
    ReadableByJdk() {
        super(
                "readable-by-jdk",
                Severity.ERROR,
                "RFC 5280 §4.1",
                "certificate",
                "The JDK, which did not build the certificate, can parse it.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        return certificate.jdk().certificate().isPresent()
                ? fine()
                : wrong("the JDK cannot read it: " + certificate.jdk().complaint());
    }
}
