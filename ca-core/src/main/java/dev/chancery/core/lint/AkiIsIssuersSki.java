package dev.chancery.core.lint;

import dev.chancery.core.x509.Der;
import java.util.Optional;

/** A verifier that follows it finds no issuer otherwise. */
final class AkiIsIssuersSki extends IssuerRule {
    AkiIsIssuersSki() {
        super(
                "aki-is-issuers-ski",
                Severity.ERROR,
                "RFC 5280 §4.2.1.1",
                "authorityKeyIdentifier",
                "The authority key identifier is the subject key identifier of the issuer.");
    }

    @Override
    Optional<String> judge(JudgedCertificate certificate, Signer signer) {
        Optional<Der> aki = certificate.standard().authorityKeyIdentifier().flatMap(KeyIdentifier::keyIdentifier);
        Optional<Der> ski = signer.certificate().standard().subjectKeyIdentifier();
        return aki.isEmpty() || aki.equals(ski)
                ? fine()
                : wrong("authorityKeyIdentifier is " + aki.get().hex() + ", the issuer's subjectKeyIdentifier "
                        + ski.map(Der::hex).orElse("is missing"));
    }
}
