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
        StandardExtensions issuer = signer.certificate().standard();
        // Without keyUsage a verifier takes every use for allowed (RFC 5280 §6.1.4 (n)); that it is missing, others
        // say.
        boolean signs = issuer.keyUsage().isEmpty() || issuer.allows(KeyUsageBits.KEY_CERT_SIGN);
        return signer.certificate().ca() && signs
                ? fine()
                : wrong("the issuer's certificate lacks cA TRUE or keyCertSign");
    }
}
