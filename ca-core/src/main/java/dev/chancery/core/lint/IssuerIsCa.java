package dev.chancery.core.lint;

import java.util.Optional;

/** Without cA and keyCertSign every verifier refuses what was signed. */
final class IssuerIsCa extends IssuerRule {
    IssuerIsCa() {
        super(
                "issuer-is-ca",
                Severity.ERROR,
                "RFC 5280 §4.2.1.9",
                "issuer",
                "The issuer's certificate is one of a CA that may sign certificates.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate, Signer signer) {
        JudgedCertificate issuer = signer.certificate();
        return issuer.ca() && issuer.standard().allows(KeyUsageBits.KEY_CERT_SIGN)
                ? fine()
                : wrong("the issuer's certificate lacks cA TRUE or keyCertSign");
    }
}
