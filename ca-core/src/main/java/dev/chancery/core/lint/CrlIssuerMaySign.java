package dev.chancery.core.lint;

import java.util.Optional;

/** Verifiers refuse the CRL otherwise. */
final class CrlIssuerMaySign extends CrlIssuerRule {
    CrlIssuerMaySign() {
        super(
                "crl-issuer-may-sign",
                Severity.ERROR,
                "RFC 5280 §4.2.1.3",
                "issuer",
                "The CA's certificate has the key usage cRLSign.");
    }

    @Override
    Optional<String> judge(JudgedCrl crl, JudgedCertificate issuer) {
        return issuer.standard().allows(KeyUsageBits.CRL_SIGN)
                ? fine()
                : wrong("the CA's certificate lacks the key usage cRLSign");
    }
}
