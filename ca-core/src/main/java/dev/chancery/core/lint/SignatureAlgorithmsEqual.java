package dev.chancery.core.lint;

import java.util.Optional;

/** The outer one is not signed: whoever may choose it may choose a weaker one. */
final class SignatureAlgorithmsEqual extends CertificateRule {
    SignatureAlgorithmsEqual() {
        super(
                "signature-algorithms-equal",
                Severity.ERROR,
                "RFC 5280 §4.1.1.2",
                "signatureAlgorithm",
                "The signature algorithm inside what is signed is the one outside, octet by octet.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        return certificate
                        .fields()
                        .outerSignature()
                        .encoded()
                        .equals(certificate.signature().encoded())
                ? fine()
                : wrong("inside stands " + certificate.signature().oid() + " ("
                        + certificate.signature().encoded().hex() + "), outside "
                        + certificate.fields().outerSignature().encoded().hex());
    }
}
