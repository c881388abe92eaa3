package dev.chancery.core.lint;

import java.util.List;
import java.util.Optional;

/** A rule about the alternative names, in a certificate or in a request for one. */
abstract class NamesRule extends CertificateRule {
    NamesRule(String id, Severity severity, String citation, String text) {
        super(id, severity, citation, "subjectAltName", text);
    }

    @Override
    final Optional<String> judge(JudgedCertificate certificate) {
        return judge(certificate.standard().namesOrNone());
    }

    abstract Optional<String> judge(List<GeneralName> names);
}
