package dev.chancery.core.lint;

import dev.chancery.core.x509.Der;
import java.util.Optional;

/** A verifier that follows it finds no key otherwise. */
final class CrlAkiIsIssuersSki extends CrlIssuerRule {
    CrlAkiIsIssuersSki() {
        super(
                "crl-aki-is-issuers-ski",
                Severity.ERROR,
                "RFC 5280 §5.2.1",
                "authorityKeyIdentifier",
                "The authority key identifier is the subject key identifier of the CA.");
    }

    @Override
    Optional<String> judge(JudgedCrl crl, JudgedCertificate issuer) {
        Optional<Der> aki = crl.authorityKeyIdentifier().flatMap(KeyIdentifier::keyIdentifier);
        Optional<Der> ski = issuer.standard().subjectKeyIdentifier();
        return aki.isEmpty() || aki.equals(ski)
                ? fine()
                : wrong("authorityKeyIdentifier is " + aki.get().hex() + ", the CA's subjectKeyIdentifier "
                        + ski.map(Der::hex).orElse("is missing"));
    }
}
