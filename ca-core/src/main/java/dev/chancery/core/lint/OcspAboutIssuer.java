package dev.chancery.core.lint;

import java.util.Optional;

/** An answer about the certificate of somebody else says nothing. */
final class OcspAboutIssuer extends OcspIssuerRule {
    OcspAboutIssuer() {
        super(
                "ocsp-about-issuer",
                Severity.ERROR,
                "RFC 6960 §4.1.1",
                "certID",
                "The answers are about certificates of that CA.");
    }

    @Override
    Optional<String> judge(BasicOcsp basic, JudgedCertificate issuer) {
        for (OcspAnswer answer : basic.answers()) {
            if (answer.certId().length().isPresent() && !answer.certId().means(issuer)) {
                return wrong("the answer about the serial number "
                        + answer.certId().serial().toString(16) + " is about a certificate of another CA");
            }
        }
        return fine();
    }
}
