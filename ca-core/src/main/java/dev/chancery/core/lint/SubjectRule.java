package dev.chancery.core.lint;

import java.util.Optional;

/**
 * A rule about the subject, in a certificate or in a request for one. The issuer's name is a copy, and was judged when it
 * was a subject.
 */
abstract class SubjectRule extends CertificateRule {
    SubjectRule(String id, Severity severity, String citation, String text) {
        super(id, severity, citation, "subject", text);
    }

    @Override
    final Optional<String> judge(JudgedCertificate certificate) {
        return judge(certificate.subject());
    }

    abstract Optional<String> judge(EncodedName subject);
}
