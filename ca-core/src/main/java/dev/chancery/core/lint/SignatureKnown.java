package dev.chancery.core.lint;

import java.util.Optional;

/** What nobody here has looked at is not taken on trust. */
final class SignatureKnown extends CertificateRule {
    SignatureKnown() {
        super(
                "signature-known",
                Severity.ERROR,
                "RFC 5280 §4.1.1.2",
                "signature",
                "The signature algorithm is one that we know.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        String oid = certificate.signature().oid();
        return SignatureScheme.of(oid).isPresent()
                ? fine()
                : wrong("signature algorithm " + oid + " is unknown; use RSA or ECDSA with SHA-2, EdDSA or ML-DSA");
    }

    @Override
    public Severity elsewhere() {
        return Severity.WARNING;
    }
}
