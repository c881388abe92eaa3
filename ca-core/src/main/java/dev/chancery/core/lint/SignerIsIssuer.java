package dev.chancery.core.lint;

import java.util.Optional;

/** A chain that names one CA and is signed by another breaks at every verifier. */
final class SignerIsIssuer extends IssuerRule {
    SignerIsIssuer() {
        super(
                "signer-is-issuer",
                Severity.ERROR,
                "RFC 5280 §6.1.3",
                "subjectPublicKeyInfo",
                "The key that signs is the one in the certificate of the issuer.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate, Signer signer) {
        return signer.certificate().key().der().equals(signer.publicKeyInfo())
                ? fine()
                : wrong("the signing key is not the one certified in the issuer's certificate");
    }
}
