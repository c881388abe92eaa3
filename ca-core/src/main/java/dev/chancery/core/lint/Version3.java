package dev.chancery.core.lint;

import java.util.Optional;

/** Extensions exist in v3 only; a v1 certificate cannot say that it is no CA. */
final class Version3 extends CertificateRule {
    Version3() {
        super("version-3", Severity.ERROR, "RFC 5280 §4.1.2.1", "version", "The version is v3.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        return certificate
                                .fields()
                                .version()
                                .map(version -> Asn1.integer(version, "version").intValue())
                                .orElse(0)
                        == 2
                ? fine()
                : wrong("the version is not v3 (2)");
    }

    @Override
    public Severity elsewhere() {
        return Severity.WARNING;
    }
}
