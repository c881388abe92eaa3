package dev.chancery.core.lint;

import java.util.Optional;

/** Nothing is wrong with the signature; the reader ought to know before it is rolled out. */
final class PssNoted extends CertificateRule {
    private static final String PSS = "1.2.840.113549.1.1.10";

    PssNoted() {
        super(
                "signature-pss-noted",
                Severity.NOTICE,
                "RFC 4055 §3.1",
                "signature",
                "RSASSA-PSS is correct, and refused by some servers of Microsoft and by older devices.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        return certificate.signature().oid().equals(PSS)
                ? wrong("the signature is RSASSA-PSS; Skype for Business, Lync and older devices cannot verify it")
                : fine();
    }
}
