package dev.chancery.core.lint;

import java.util.Optional;

/** A CRL that does not verify is ignored, and then nothing is revoked, or everything refused. */
final class CrlSignatureVerifies extends CrlIssuerRule {
    CrlSignatureVerifies() {
        super(
                "crl-signature-verifies",
                Severity.ERROR,
                "RFC 5280 §6.3.3",
                "signatureValue",
                "The signature verifies with the public key of the CA.");
    }

    @Override
    Optional<String> judge(JudgedCrl crl, JudgedCertificate issuer) {
        return CrlSignature.verifies(crl, issuer.key())
                ? fine()
                : wrong("the signature does not verify with the key in the CA's certificate");
    }
}
