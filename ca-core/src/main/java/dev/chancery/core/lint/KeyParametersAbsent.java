package dev.chancery.core.lint;

import java.util.Optional;

/** The RFCs leave one form, and strict parsers refuse the other. */
final class KeyParametersAbsent extends CertificateRule {
    KeyParametersAbsent() {
        super(
                "key-parameters-absent",
                Severity.ERROR,
                "RFC 8410 §3, RFC 9881 §4",
                "subjectPublicKeyInfo",
                "EdDSA and ML-DSA keys carry no parameters.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        PublicKeyInfo key = certificate.key();
        return !key.family().parametersAbsent() || key.algorithm().parameters().isEmpty()
                ? fine()
                : wrong("the " + key.family() + " key carries parameters");
    }
}
