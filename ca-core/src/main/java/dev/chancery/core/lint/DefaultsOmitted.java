package dev.chancery.core.lint;

import java.util.Optional;

/** DER has one encoding per value; a written default is a second one. */
final class DefaultsOmitted extends CertificateRule {
    DefaultsOmitted() {
        super(
                "der-default-omitted",
                Severity.ERROR,
                "X.690 §11.5",
                "encoding",
                "A value equal to its DEFAULT is left out: critical FALSE, cA FALSE, version v1.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        for (JudgedExtension extension : certificate.extensions()) {
            if (extension.criticalWritten() && !extension.critical()) {
                return wrong("extension " + extension.oid() + " says critical FALSE, which is left out");
            }
        }
        if (certificate
                .standard()
                .basicConstraints()
                .map(basic -> basic.caWritten() && !basic.ca())
                .orElse(false)) {
            return wrong("basicConstraints says cA FALSE, which is left out");
        }
        return certificate
                        .fields()
                        .version()
                        .map(version -> Asn1.integer(version, "version").signum() == 0)
                        .orElse(false)
                ? wrong("the version says v1 (0), which is left out")
                : fine();
    }
}
