package dev.chancery.core.lint;

import java.util.Optional;

/** A rule about a public key, in a certificate or in a request for one. */
abstract class KeyRule extends CertificateRule {
    KeyRule(String id, Severity severity, String citation, String text) {
        super(id, severity, citation, "subjectPublicKeyInfo", text);
    }

    @Override
    final Optional<String> judge(JudgedCertificate certificate) {
        return judge(certificate.key());
    }

    abstract Optional<String> judge(PublicKeyInfo key);
}
