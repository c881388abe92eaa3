package dev.chancery.core.lint;

import java.util.Optional;

/** Else nobody can check it. */
final class OcspSignatureKnown extends BasicOcspRule {
    OcspSignatureKnown() {
        super(
                "ocsp-signature-known",
                Severity.ERROR,
                "RFC 6960 §4.2.1",
                "signatureAlgorithm",
                "The signature algorithm is one that we know.");
    }

    @Override
    Optional<String> judge(BasicOcsp basic) {
        String oid = basic.signature().oid();
        return SignatureScheme.of(oid).isPresent() ? fine() : wrong("signature algorithm " + oid + " is unknown");
    }
}
