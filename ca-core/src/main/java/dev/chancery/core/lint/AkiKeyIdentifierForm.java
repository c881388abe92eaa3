package dev.chancery.core.lint;

import java.util.Optional;

/** Issuer and serial pin one certificate of the CA and break the chain when the CA is renewed. */
final class AkiKeyIdentifierForm extends CertificateRule {
    AkiKeyIdentifierForm() {
        super(
                "aki-key-identifier-form",
                Severity.ERROR,
                "RFC 5280 §4.2.1.1",
                "authorityKeyIdentifier",
                "The authority key identifier holds a key identifier and nothing else.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate) {
        Optional<KeyIdentifier> aki = certificate.standard().authorityKeyIdentifier();
        return aki.isEmpty()
                        || aki.get().keyIdentifier().isPresent() && !aki.get().namesIssuer()
                ? fine()
                : wrong("authorityKeyIdentifier lacks keyIdentifier, or names issuer and serial");
    }

    @Override
    public Severity elsewhere() {
        return Severity.WARNING;
    }
}
