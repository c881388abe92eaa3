package dev.chancery.core.lint;

import java.util.Optional;

/** Without keyCertSign it is none, without cRLSign nothing that it signed can be revoked. */
final class KeyUsageOfCa extends CertificateRule {
    KeyUsageOfCa() {
        super(
                "key-usage-of-ca",
                Severity.ERROR,
                "RFC 5280 §4.2.1.3",
                "keyUsage",
                "A CA may sign certificates and CRLs.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        StandardExtensions standard = certificate.standard();
        return certificate.endEntity()
                        || standard.allows(KeyUsageBits.KEY_CERT_SIGN) && standard.allows(KeyUsageBits.CRL_SIGN)
                ? fine()
                : wrong("the keyUsage of a CA lacks keyCertSign or cRLSign");
    }

    @Override
    public Severity elsewhere() {
        return Severity.WARNING;
    }
}
