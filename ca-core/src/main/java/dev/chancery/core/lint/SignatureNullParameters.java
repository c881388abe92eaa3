package dev.chancery.core.lint;

import java.util.Optional;

/** Absent parameters are taken by some verifiers and refused by others. */
final class SignatureNullParameters extends CertificateRule {
    SignatureNullParameters() {
        super(
                "signature-rsa-parameters-null",
                Severity.ERROR,
                "RFC 4055 §5",
                "signature",
                "PKCS #1 v1.5 signature algorithms carry NULL parameters.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        AlgorithmIdentifier algorithm = certificate.signature();
        boolean pkcs1 =
                SignatureScheme.of(algorithm.oid()).map(SignatureScheme::pkcs1).orElse(false);
        return !pkcs1 || algorithm.nullParameters()
                ? fine()
                : wrong("RSA signature algorithm " + algorithm.oid() + " has no NULL parameters");
    }
}
