package dev.chancery.core.lint;

import java.util.Optional;

/** Anybody could have written it otherwise. */
final class OcspSignedByIssuer extends OcspIssuerRule {
    OcspSignedByIssuer() {
        super(
                "ocsp-signed-by-issuer",
                Severity.ERROR,
                "RFC 6960 §3.2",
                "signature",
                "A response that the CA signed itself verifies with its key.");
    }

    @Override
    Optional<String> judge(BasicOcsp basic, JudgedCertificate issuer) {
        return basic.responder().isPresent()
                        || !basic.names(issuer)
                        || SignatureScheme.of(basic.signature().oid()).isEmpty()
                        || basic.verifiedBy(issuer.key())
                ? fine()
                : wrong("the signature does not verify with the key of the CA");
    }
}
