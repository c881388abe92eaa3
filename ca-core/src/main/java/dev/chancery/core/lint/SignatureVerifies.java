package dev.chancery.core.lint;

import java.util.Optional;

/** For finished certificates: before a signature there is nothing to verify. */
final class SignatureVerifies extends IssuerRule {
    SignatureVerifies() {
        super(
                "signature-verifies",
                Severity.ERROR,
                "RFC 5280 §4.1.1.3",
                "signatureValue",
                "The signature verifies with the public key of the issuer.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate, Signer signer) {
        return certificate.verifiedBy(signer.certificate().key())
                ? fine()
                : wrong("the signature does not verify with the key of the issuer");
    }
}
