package dev.chancery.core.lint;

import dev.chancery.core.x509.Der;
import java.util.Optional;

/** Verifiers find the CRL of a certificate by comparing names. */
final class CrlIssuerCopied extends CrlIssuerRule {
    CrlIssuerCopied() {
        super(
                "crl-issuer-copied",
                Severity.ERROR,
                "RFC 5280 §5.1.2.3",
                "issuer",
                "The issuer name is a byte-identical copy of the CA's subject.");
    }

    @Override
    Optional<String> judge(JudgedCrl crl, JudgedCertificate issuer) {
        Der name = crl.fields().issuer().encoded();
        return name.equals(issuer.subject().der())
                ? fine()
                : wrong("the issuer name " + name.hex() + " is not the CA's subject "
                        + issuer.subject().der().hex());
    }
}
